package id.tepati.gateway.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka acknowledges what is sent, as far as the last request told. A refusal is forgotten after a while: whoever
 * sends no more because of it would never learn that it is over. Thread-safe.
 */
final class Delivery {
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Long> refused = new AtomicReference<>();

    /** With the monotonic clock. */
    Delivery(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A request was acknowledged, or why it was not. */
    void told(@Nullable Throwable failed) {
        refused.set(failed == null ? null : nanos.getAsLong());
    }

    /** Why events are not taken now, in a sentence; empty while they are. */
    Optional<String> whyRefused() {
        Long last = refused.get();
        return last == null || nanos.getAsLong() - last > FORGOTTEN_AFTER.toNanos()
                ? Optional.empty()
                : Optional.of("Kafka did not acknowledge the last events that were sent: look at the brokers.");
    }
}
