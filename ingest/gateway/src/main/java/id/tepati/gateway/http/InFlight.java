package id.tepati.gateway.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Bounds what is taken in and not yet answered. Never waits: what finds no place is told to come again. Thread-safe. */
final class InFlight {
    private final Semaphore events;
    private final Semaphore bytes;

    InFlight(GatewayLimits limits, MeterRegistry meters) {
        this.events = new Semaphore(limits.eventsInFlight());
        this.bytes = new Semaphore(limits.bytesInFlight());
        gauge(meters, "tepati.gateway.inflight.events", events, limits.eventsInFlight());
        gauge(meters, "tepati.gateway.inflight.bytes", bytes, limits.bytesInFlight());
    }

    private static void gauge(MeterRegistry meters, String name, Semaphore free, int all) {
        Gauge.builder(name, free, left -> (double) all - left.availablePermits())
                .strongReference(true)
                .register(meters);
    }

    /** A place for a body of at most this size; empty if there is none. */
    Optional<Place> place(int size) {
        return bytes.tryAcquire(size) ? Optional.of(new Place(size)) : Optional.empty();
    }

    /** The place of one request, handed from the thread that reads to the one that answers. */
    final class Place {
        private final int size;
        private int count;
        private boolean left;

        private Place(int size) {
            this.size = size;
        }

        /** Takes room for the events of the request; false if there is none. */
        synchronized boolean holds(int more) {
            if (left || !events.tryAcquire(more)) {
                return false;
            }
            count += more;
            return true;
        }

        /** Gives everything back; harmless if done before. */
        synchronized void leave() {
            if (!left) {
                left = true;
                events.release(count);
                bytes.release(size);
            }
        }
    }
}
