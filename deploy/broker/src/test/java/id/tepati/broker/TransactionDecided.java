package id.tepati.broker;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/**
 * Brings a broker into the instant of a commit in which the coordinator has written that the transaction is committed
 * and has told none of its partitions so yet. It lasts a few milliseconds, too short for a test to kill the broker in it.
 */
final class TransactionDecided {
    private static final String LOG = "__transaction_state";
    private static final byte PREPARE_COMMIT = 2;

    /** The only client that may write to the broker's own topics. */
    private static final Map<String, Object> PRIVILEGED = Map.of("client.id", "__admin_client", "acks", "all");

    private TransactionDecided() {}

    /** Decides the open transaction, the only one there is. */
    static void commit(Clients clients) throws Exception {
        ConsumerRecord<byte[], byte[]> open = lastRecord(clients);
        ByteBuffer bytes = ByteBuffer.wrap(open.value());
        short version = bytes.getShort();
        TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(bytes), version);
        value.setTransactionStatus(PREPARE_COMMIT).setProducerEpoch((short) (value.producerEpoch() + 1));
        byte[] decided = MessageUtil.toVersionPrefixedBytes(version, value);
        try (var producer =
                new KafkaProducer<>(clients.with(PRIVILEGED), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(LOG, open.partition(), open.key(), decided))
                    .get();
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastRecord(Clients clients) {
        List<TopicPartition> partitions = IntStream.range(
                        0, Integer.parseInt(EmbeddedBroker.behaviour().get("transaction.state.log.num.partitions")))
                .mapToObj(partition -> new TopicPartition(LOG, partition))
                .toList();
        try (var consumer =
                new KafkaConsumer<>(clients.with(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            TopicPartition written = partitions.stream()
                    .filter(partition -> ends.get(partition) > 0)
                    .findAny()
                    .orElseThrow();
            consumer.assign(List.of(written));
            consumer.seek(written, ends.get(written) - 1);
            return consumer.poll(Duration.ofSeconds(30)).iterator().next();
        }
    }
}
