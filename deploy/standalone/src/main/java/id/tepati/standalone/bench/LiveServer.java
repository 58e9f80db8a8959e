package id.tepati.standalone.bench;

import id.tepati.client.EventBody;
import id.tepati.client.RetryPolicy;
import id.tepati.client.ServerAddress;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.OutgoingEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A running server as its users meet it: over HTTP. Thread-safe, but for the pace of {@link #send}. */
final class LiveServer {
    private static final int LINES = 100;
    private static final int AT_ONCE = 500;
    private static final int ACCEPTED = 202;
    private static final String VIEWERS = "tepati_live_viewers ";

    private final Clock clock;
    private final TepatiClient client;
    private final Semaphore lines = new Semaphore(LINES);
    private final LongAdder refused = new LongAdder();

    LiveServer(ServerAddress address, Clock clock) {
        this.clock = clock;
        this.client = new TepatiClient(address, RetryPolicy.A_MINUTE);
    }

    /** Publishes a catalogue; returns the instant from which it is known. */
    Instant publish(String yaml) {
        return Objects.requireNonNull(
                client.publish(Map.of("bench.yaml", yaml)).knownFrom(), "a catalogue with entries is known from when");
    }

    /** Sends events and returns when they are accepted. */
    void deliver(List<OutgoingEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            client.events(EventBody.lines(events.subList(from, Math.min(events.size(), from + AT_ONCE))));
        }
    }

    /**
     * Sends events at their instant, whether or not those before were answered, but on so many lines at most. Only once:
     * an event that a busy server did not take is counted, a repetition would hide it behind a late answer.
     *
     * @param acknowledged takes down when they were accepted
     */
    void send(List<OutgoingEvent> events, Instant due, Latencies acknowledged) {
        EventBody body = EventBody.lines(events);
        for (Duration left = until(due); !left.isNegative() && !left.isZero(); left = until(due)) {
            LockSupport.parkNanos(left.toNanos());
        }
        lines.acquireUninterruptibly();
        var unused = client.eventsOnce(body).whenComplete((status, error) -> {
            lines.release();
            acknowledged.add(due, clock.instant());
            if (error != null || status != ACCEPTED) {
                refused.add(events.size());
            }
        });
    }

    /** How many of the events that were sent were not accepted. */
    long refused() {
        return refused.sum();
    }

    /** How many events have been judged. */
    long judged() {
        return client.status().received();
    }

    /** How many cases the read model holds. */
    long cases() {
        return client.status().cases();
    }

    /** How many cases are late, as the overview tells it. */
    long late() {
        return client.answer("overview", Map.of()).path("summary").path("late").asLong();
    }

    /** How many viewers follow the live stream. */
    int viewers() {
        return client.metrics()
                .lines()
                .filter(line -> line.startsWith(VIEWERS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(VIEWERS.length())))
                .sum();
    }

    /** The n of the promise {@code completion} of a unit. */
    int completed(String unit) {
        return client.compliance(Map.of("promise", "completion", "unit", unit))
                .path(0)
                .path("n")
                .asInt();
    }

    /** Opens the live stream for one viewer more, whose ages count from an instant on. */
    StreamViewer watch(ProbeCases.Observer probes, Instant from) {
        return StreamViewer.watch(client, probes, clock, from);
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }
}
