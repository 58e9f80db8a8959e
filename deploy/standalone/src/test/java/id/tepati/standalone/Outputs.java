package id.tepati.standalone;

import id.tepati.contract.output.Progress;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** What the pipeline wrote, read from its topics. */
final class Outputs {
    private final String kafka;
    private final Admin admin;

    Outputs(String kafka, Admin admin) {
        this.kafka = kafka;
        this.admin = admin;
    }

    /** Every committed record of a topic, in order within a partition. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions(topic));
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
            while (!ends.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return all;
    }

    /** The tallies as they stand. */
    Collection<TallyRow> tallies() {
        Map<String, TallyRow> rows = new HashMap<>();
        read(Topics.TALLIES).forEach(record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                rows.remove(key);
            } else {
                rows.put(key, TallyRow.JSON.read(record.value()));
            }
        });
        return rows.values();
    }

    /** All reports of progress by partition, oldest first. */
    Map<Integer, List<Progress>> reports() {
        return read(Topics.PROGRESS).stream()
                .map(record -> Progress.fromJson(record.value()))
                .collect(Collectors.groupingBy(Progress::partition));
    }

    /** Waits until everything that was sent by now is judged. */
    void awaitJudged(Instant asOf) {
        Topics.inputs().forEach(input -> awaitJudged(ends(input), asOf));
        // what was handed off was written together with the report on its originals
        awaitJudged(ends(Topics.HAND_OFF), asOf);
    }

    private void awaitJudged(Map<TopicPartition, Long> ends, Instant asOf) {
        Awaitility.await("everything is judged")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Map<Integer, List<Progress>> reports = reports();
                    return ends.entrySet().stream().allMatch(end -> isReached(end, asOf, reports));
                });
    }

    private static boolean isReached(
            Map.Entry<TopicPartition, Long> end, Instant asOf, Map<Integer, List<Progress>> reports) {
        List<Progress> ofPartition = reports.getOrDefault(end.getKey().partition(), List.of());
        if (ofPartition.isEmpty()) {
            return false;
        }
        Progress last = ofPartition.get(ofPartition.size() - 1);
        return !last.asOf().isBefore(asOf)
                && last.processed().getOrDefault(end.getKey().topic(), 0L) >= end.getValue();
    }

    private Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(partitions(topic).stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return ends;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Load.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }
}
