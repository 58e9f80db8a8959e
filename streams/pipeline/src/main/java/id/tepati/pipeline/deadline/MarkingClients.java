package id.tepati.pipeline.deadline;

import id.tepati.contract.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Clients for Kafka Streams. Main consumers tell the progress mark where they stand. Producers let no process commit
 * that has lost its partitions without knowing it, such as one that was stopped for a while: Kafka finds that out by the
 * positions that a transaction carries, and one in which only time passed carries none (docs/adr/0007).
 */
public final class MarkingClients extends DefaultKafkaClientSupplier {
    private final ProgressMark mark;

    /** Clients that tell the given mark. */
    public MarkingClients(ProgressMark mark) {
        this.mark = mark;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new MarkingConsumer(config, mark);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new FencedProducer(config);
    }

    private static final class FencedProducer extends KafkaProducer<byte[], byte[]> {
        /** A position that nobody reads. */
        private static final Map<TopicPartition, OffsetAndMetadata> FENCE =
                Map.of(new TopicPartition(Topics.CATALOG, 0), new OffsetAndMetadata(0));

        FencedProducer(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
            super.sendOffsetsToTransaction(offsets.isEmpty() ? FENCE : offsets, group);
        }
    }

    private static final class MarkingConsumer extends KafkaConsumer<byte[], byte[]> {
        private final ProgressMark mark;

        MarkingConsumer(Map<String, Object> config, ProgressMark mark) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.mark = mark;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
            for (TopicPartition partition : polled.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
                mark.polled(partition, records.get(records.size() - 1).offset());
            }
            for (TopicPartition partition : assignment()) {
                note(partition);
            }
            return polled;
        }

        /** The position is known without asking the broker once it was fetched; a partition just assigned waits. */
        private void note(TopicPartition partition) {
            try {
                mark.positioned(partition, position(partition, Duration.ZERO));
            } catch (org.apache.kafka.common.errors.TimeoutException notYetKnown) {
                // the next poll tells
                return;
            }
        }
    }
}
