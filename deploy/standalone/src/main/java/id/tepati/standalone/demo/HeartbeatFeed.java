package id.tepati.standalone.demo;

import id.tepati.rules.source.Silence;
import id.tepati.standalone.demo.city.City;
import id.tepati.standalone.demo.city.Heartbeats;
import java.time.Instant;

/** Sends the signs of life of the city's sources while it lives, one a period. Used by one thread. */
final class HeartbeatFeed {
    private final City city;
    private final EventSender sender;
    private Instant next = Instant.MIN;

    HeartbeatFeed(City city, EventSender sender) {
        this.city = city;
        this.sender = sender;
    }

    /** Sends them if a period has passed since the last ones. */
    void tick(Instant now) {
        if (!now.isBefore(next)) {
            sender.send(Heartbeats.of(city, now));
            next = now.plus(Silence.HEARTBEAT);
        }
    }
}
