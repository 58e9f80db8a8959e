package id.tepati.gateway.http;

import id.tepati.access.record.AccountId;
import id.tepati.access.record.ProducerAccount;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Holds each producer to its events a second, over all its requests to this process. Who sent less may send what a second
 * allows at once. A request that is larger than that is taken when a whole second is free, and makes the next one wait for
 * the rest: the rate is kept, and no request waits for ever. Thread-safe.
 */
final class EventRates {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Map<AccountId, Allowance> allowances = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** With the monotonic clock. */
    EventRates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes the events of a request, or none.
     *
     * @return 0 if they are taken, else after how many seconds the same request may be
     */
    long take(ProducerAccount producer, int events) {
        return allowances
                .computeIfAbsent(producer.id(), first -> new Allowance(nanos.getAsLong()))
                .take(events, producer.eventsPerSecond(), nanos);
    }

    /** That of one producer, as the time up to which its rate is used up. */
    private static final class Allowance {
        private long usedUpTo;

        Allowance(long now) {
            usedUpTo = now - SECOND;
        }

        synchronized long take(int events, int perSecond, LongSupplier nanos) {
            long now = nanos.getAsLong();
            long from = Math.max(usedUpTo - now, -SECOND);
            long cost = events * SECOND / perSecond;
            long lacking = from + Math.min(cost, SECOND);
            if (lacking > 0) {
                return (lacking + SECOND - 1) / SECOND;
            }
            usedUpTo = now + from + cost;
            return 0;
        }
    }
}
