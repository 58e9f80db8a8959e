package id.tepati.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends records and has the answer written by threads of its own: the producer's thread must not wait for a sender
 * with a slow line. Thread-safe.
 */
final class RecordSender {
    private final Producer<byte[], byte[]> producer;
    private final Duration within;
    private final Executor answering;
    private final Delivery delivery;

    RecordSender(Producer<byte[], byte[]> producer, Duration within, Executor answering, Delivery delivery) {
        this.delivery = delivery;
        this.producer = producer;
        this.within = within;
        this.answering = answering;
    }

    /**
     * Sends all records.
     *
     * @param then told once: nothing when Kafka has acknowledged all of them, else why it has not or not in time
     * @return done when {@code then} is
     */
    CompletableFuture<Void> send(List<ProducerRecord<byte[], byte[]>> records, Consumer<@Nullable Throwable> then) {
        return Acknowledgement.of(producer, records)
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (done, failed) -> {
                            delivery.told(failed);
                            then.accept(failed);
                            return null;
                        },
                        answering);
    }
}
