package id.tepati.pipeline.broker;

import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.output.Progress;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.PipelineSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The broker as a test of the pipeline needs it: with the project's topics, empty at first. */
final class Cluster {
    static final int PARTITIONS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestBroker broker;

    private Cluster(TestBroker broker) {
        this.broker = broker;
    }

    /** Empties what other tests of this run left: names of topics and application are fixed. */
    static Cluster emptied(TestBroker broker) {
        Cluster cluster = new Cluster(broker);
        cluster.empty();
        return cluster;
    }

    /** Takes everything away. */
    void empty() {
        forgetApplication();
        delete("tepati.");
        TopicSetup.ensure(admin(), PARTITIONS, (short) 1);
    }

    /** Takes offsets and internal topics away, so that the next start reads everything anew, old hand-offs too. */
    void forgetApplication() {
        Awaitility.await("group deleted")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(this::deleteGroup);
        delete(PipelineSettings.APPLICATION_ID);
    }

    /** A pipeline that was closed keeps its place for seconds; here it is taken away at once. */
    private boolean deleteGroup() throws InterruptedException, ExecutionException {
        String group = PipelineSettings.APPLICATION_ID;
        try {
            admin().deleteConsumerGroups(Set.of(group)).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                admin().removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
                return false;
            }
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        return true;
    }

    private void delete(String prefix) {
        Awaitility.await("topics deleted: " + prefix)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> {
                    List<String> left = admin().listTopics().names().get().stream()
                            .filter(name -> name.startsWith(prefix))
                            .toList();
                    if (!left.isEmpty()) {
                        admin().deleteTopics(left).all().get();
                    }
                    return left.isEmpty();
                });
    }

    Admin admin() {
        return broker.admin();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Sends in this order and returns when the broker has everything. */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    static ProducerRecord<byte[], byte[]> record(String topic, @Nullable String key, byte[] value) {
        return new ProducerRecord<>(topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** The end of every partition of a topic. */
    Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(topic));
        }
    }

    /** Every committed record of a topic, oldest first within its partition; intermediate values too. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return read(topic, Map.of());
    }

    /** The same from given offsets on. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, Map<TopicPartition, Long> from) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return all;
    }

    /** What is left of records when only the last of each key is kept. */
    static NavigableMap<String, String> kept(List<ConsumerRecord<byte[], byte[]>> records) {
        NavigableMap<String, String> kept = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                kept.remove(key);
            } else {
                kept.put(key, new String(record.value(), StandardCharsets.UTF_8));
            }
        }
        return kept;
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    /** Waits until every record of the inputs is processed and every partition has come to an instant. */
    void awaitDone(Instant asOf) {
        awaitDone(asOf, Map.of());
    }

    /** The same by what is reported from given offsets on. */
    void awaitDone(Instant asOf, Map<TopicPartition, Long> from) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        Topics.inputs().forEach(input -> ends.putAll(ends(input)));
        awaitRead(ends, asOf, from);
        // what was handed off was written together with the report on its originals
        awaitRead(uncommittedEnds(Topics.HAND_OFF), asOf, from);
    }

    private Map<TopicPartition, Long> uncommittedEnds(String topic) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin().listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitRead(Map<TopicPartition, Long> ends, Instant asOf, Map<TopicPartition, Long> from) {
        Awaitility.await("the pipeline has read everything")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> isDone(asOf, ends, from));
    }

    private boolean isDone(Instant asOf, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> from) {
        Map<Integer, Progress> reports = kept(read(Topics.PROGRESS, from)).values().stream()
                .map(row -> Progress.fromJson(row.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toMap(Progress::partition, row -> row));
        boolean there = reports.size() == PARTITIONS
                && reports.values().stream().noneMatch(row -> row.asOf().isBefore(asOf));
        return there
                && ends.entrySet().stream()
                        .allMatch(end -> reports.get(end.getKey().partition())
                                        .processed()
                                        .getOrDefault(end.getKey().topic(), 0L)
                                >= end.getValue());
    }
}
