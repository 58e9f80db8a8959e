package id.tepati.gateway.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends the records of one request and knows when Kafka has acknowledged every one of them. */
final class Acknowledgement implements Callback {
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final AtomicInteger open;

    private Acknowledgement(int records) {
        open = new AtomicInteger(records);
    }

    /** Done when all are acknowledged; failed as soon as one has failed, and then nothing further is sent. */
    static CompletableFuture<Void> of(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        Acknowledgement delivery = new Acknowledgement(records.size());
        if (records.isEmpty()) {
            delivery.acknowledged.complete(null);
        }
        delivery.send(producer, records);
        return delivery.acknowledged;
    }

    private void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        try {
            for (ProducerRecord<byte[], byte[]> record : records) {
                if (acknowledged.isCompletedExceptionally()) {
                    return;
                }
                // the callback tells; the future that send returns tells the same
                var unused = producer.send(record, this);
            }
        } catch (KafkaException | IllegalStateException failed) {
            acknowledged.completeExceptionally(failed);
        }
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failed) {
        if (failed != null) {
            acknowledged.completeExceptionally(failed);
        } else if (open.decrementAndGet() == 0) {
            acknowledged.complete(null);
        }
    }
}
