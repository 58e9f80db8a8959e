package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.CityEvent;
import java.util.List;

/** Where events are handed in. Thread-safe. */
interface EventDoor {
    /**
     * Hands in events; returns when all are stored.
     *
     * @throws DemoException where they are not taken
     */
    void send(List<CityEvent> events);
}
