package id.tepati.pipeline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.Case;
import id.tepati.pipeline.app.City;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running pipeline: several partitions, transactions, restarts. */
@KafkaBroker
final class PipelineOnBrokerTest {
    /** Of the backlog; the 200,000 of the specification with {@code -Dtepati.test.backlog=200000}. */
    private static final int BACKLOG = Integer.getInteger("tepati.test.backlog", 10_000);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Cluster cluster;

    @TempDir
    private Path directory;

    PipelineOnBrokerTest(TestBroker broker) {
        cluster = Cluster.emptied(broker);
    }

    @BeforeEach
    void hasTopics() throws Exception {
        assertThat(cluster.admin().listTopics().names().get()).contains(Topics.APPLICATIONS, Topics.TALLIES);
    }

    /** Every due lies behind the pipeline's clock when it starts, and every completion was in time and comes last. */
    @Test
    void catchingUpRaisesNoFalseBreach() {
        Instant accepted = Instant.now().minus(Duration.ofMinutes(110));
        InstantSource anHourLater = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
        int cases = BACKLOG / 2;
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            records.add(Town.accepted(i, accepted));
        }
        for (int i = 0; i < cases; i++) {
            records.add(Town.decided(i, accepted.plus(Duration.ofMinutes(100))));
        }
        cluster.send(records);

        long begin = System.nanoTime();
        try (Pipeline pipeline = start("one", anHourLater)) {
            cluster.awaitDone(anHourLater.instant());
            assertThat(pipeline.isAlive()).isTrue();
        }
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        System.out.printf("Backlog of %,d events caught up with in %,d ms%n", records.size(), millis);

        List<CaseRow> cased = cluster.read(Topics.CASES).stream()
                .map(row -> CaseRow.JSON.read(row.value()))
                .toList();
        assertThat(cased).hasSizeGreaterThanOrEqualTo(cases);
        assertThat(cased)
                .flatExtracting(CaseRow::clocks)
                .noneMatch(clock -> clock.outcome().equals("late"));
        assertThat(tallyRows(cluster.read(Topics.TALLIES))).noneMatch(row -> row.late() > 0);
        assertThat(totals().values().stream().reduce(List.of(0L, 0L, 0L, 0L), Town::sum))
                .isEqualTo(List.of((long) cases, (long) cases, 0L, 0L));
    }

    @Test
    void anOpenCaseTurnsLateInSilence() {
        try (Pipeline pipeline = start("one", InstantSource.system());
                KafkaConsumer<byte[], byte[]> consumer = cluster.consumer()) {
            cluster.awaitDone(Instant.now());
            Instant due = Instant.now().plus(Duration.ofSeconds(5));
            cluster.send(List.of(Town.accepted(0, due.minus(Duration.ofHours(2)))));
            consumer.assign(Cluster.partitions(Topics.CASES));
            consumer.seekToBeginning(consumer.assignment());
            List<String> outcomes = new ArrayList<>();
            List<Duration> delays = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Duration.ofMillis(20))) {
                    outcomes.add(CaseRow.JSON.read(row.value()).clocks().get(0).outcome());
                    delays.add(Duration.between(due, Instant.now()));
                }
                return outcomes.contains("late");
            });

            assertThat(pipeline.isRunning()).isTrue();
            assertThat(outcomes).startsWith("open").endsWith("late");
            Duration delay = delays.get(delays.size() - 1);
            System.out.printf("A breach in silence was read %,d ms after its due%n", delay.toMillis());
            assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    @Test
    void twoRunsOnTheSameTopicsEndInTheSameBytes() {
        int cases = 1_500;
        cluster.send(Town.mixed(cases, Instant.now().minus(Duration.ofHours(3))));
        try (Pipeline first = start("one", InstantSource.system())) {
            cluster.awaitDone(Instant.now());
            assertThat(first.failure()).isEmpty();
        }
        NavigableMap<String, String> tallies = Cluster.kept(cluster.read(Topics.TALLIES));
        NavigableMap<String, String> cased = Cluster.kept(cluster.read(Topics.CASES));
        assertThat(totals()).isEqualTo(Town.expected(cases));

        cluster.forgetApplication();
        Map<TopicPartition, Long> after = new HashMap<>();
        List.of(Topics.TALLIES, Topics.CASES, Topics.PROGRESS).forEach(topic -> after.putAll(cluster.ends(topic)));
        try (Pipeline second = start("two", InstantSource.system())) {
            cluster.awaitDone(Instant.now(), only(after, Topics.PROGRESS));
            assertThat(second.failure()).isEmpty();
        }

        assertThat(Cluster.kept(cluster.read(Topics.TALLIES, only(after, Topics.TALLIES))))
                .isEqualTo(tallies);
        assertThat(Cluster.kept(cluster.read(Topics.CASES, only(after, Topics.CASES))))
                .isEqualTo(cased);
    }

    @Test
    void clientsThatSpreadRecordsOtherwiseGiveTheSameBytesAlsoWhenRebuiltOverOldHandOffs() {
        List<ProducerRecord<byte[], byte[]>> records =
                Town.mixed(1_500, Instant.now().minus(Duration.ofHours(3)));
        cluster.send(records);
        try (Pipeline pipeline = start("java", InstantSource.system())) {
            cluster.awaitDone(Instant.now());
            assertThat(pipeline.failure()).isEmpty();
        }
        NavigableMap<String, String> tallies = Cluster.kept(cluster.read(Topics.TALLIES));
        NavigableMap<String, String> cased = Cluster.kept(cluster.read(Topics.CASES));

        cluster.empty();
        List<ProducerRecord<byte[], byte[]>> spread = Town.misplaced(records);
        cluster.send(spread);
        try (Pipeline pipeline = start("other", InstantSource.system())) {
            cluster.awaitDone(Instant.now());
            assertThat(pipeline.failure()).isEmpty();
        }
        assertThat(cluster.read(Topics.HAND_OFF)).hasSizeGreaterThan(records.size() / 3);
        assertThat(Cluster.kept(cluster.read(Topics.TALLIES))).isEqualTo(tallies);
        assertThat(Cluster.kept(cluster.read(Topics.CASES))).isEqualTo(cased);
        assertThat(cluster.read(Topics.DEAD_LETTERS)).isEmpty();
        assertThat(sources().stream().mapToLong(SourceRow::misplaced).sum())
                .isEqualTo(Town.countMisplaced(spread, records));
        assertThat(sources().stream().mapToLong(SourceRow::received).sum()).isEqualTo(records.size());

        cluster.forgetApplication();
        Map<TopicPartition, Long> after = new HashMap<>();
        List.of(Topics.TALLIES, Topics.CASES, Topics.PROGRESS).forEach(topic -> after.putAll(cluster.ends(topic)));
        try (Pipeline pipeline = start("rebuilt", InstantSource.system())) {
            cluster.awaitDone(Instant.now(), only(after, Topics.PROGRESS));
            assertThat(pipeline.failure()).isEmpty();
        }
        assertThat(Cluster.kept(cluster.read(Topics.TALLIES, only(after, Topics.TALLIES))))
                .isEqualTo(tallies);
        assertThat(Cluster.kept(cluster.read(Topics.CASES, only(after, Topics.CASES))))
                .isEqualTo(cased);
    }

    private List<SourceRow> sources() {
        return Cluster.kept(cluster.read(Topics.SOURCES)).values().stream()
                .map(row -> SourceRow.fromJson(row.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void aRestartGoesOnWhereItStoodAndReportsEverythingAsProcessed() {
        cluster.send(Town.mixed(200, Instant.now().minus(Duration.ofHours(3))));
        try (Pipeline first = start("one", InstantSource.system())) {
            cluster.awaitDone(Instant.now());
            assertThat(first.isRunning()).isTrue();
        }
        Map<TopicPartition, Long> after = cluster.ends(Topics.PROGRESS);

        try (Pipeline again = start("one", InstantSource.system())) {
            cluster.awaitDone(Instant.now(), after);
            assertThat(again.isRunning()).isTrue();
        }

        assertThat(totals()).isEqualTo(Town.expected(200));
    }

    @Test
    void killedInTheMiddleNothingIsLostAndNothingCountsTwice() throws IOException {
        int cases = 1_500;
        List<ProducerRecord<byte[], byte[]>> records =
                Town.mixed(cases, Instant.now().minus(Duration.ofHours(3)));
        cluster.send(records.subList(0, records.size() / 2));
        try (PipelineProcess killed = PipelineProcess.start(cluster.bootstrapServers(), stateOf("killed"), "killed")) {
            Awaitility.await("some are judged")
                    .atMost(PATIENCE)
                    .until(() -> !cluster.read(Topics.CASES).isEmpty());
            assertThat(killed.isAlive()).isTrue();
            cluster.send(records.subList(records.size() / 2, records.size()));
            killed.kill();
        }

        try (PipelineProcess again = PipelineProcess.start(cluster.bootstrapServers(), stateOf("killed"), "killed")) {
            cluster.awaitDone(Instant.now());
            assertThat(again.isAlive()).isTrue();
        }

        assertThat(totals()).isEqualTo(Town.expected(cases));
        assertThat(cluster.read(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void twoProcessesShareTheWorkAndOneTakesOver() throws IOException {
        int cases = 1_500;
        List<ProducerRecord<byte[], byte[]>> records =
                Town.mixed(cases, Instant.now().minus(Duration.ofHours(3)));
        int half = records.size() / 2;
        try (PipelineProcess one = PipelineProcess.start(cluster.bootstrapServers(), stateOf("one"), "one");
                PipelineProcess two = PipelineProcess.start(cluster.bootstrapServers(), stateOf("two"), "two")) {
            cluster.send(records.subList(0, half));
            cluster.awaitDone(Instant.now());
            two.kill();
            cluster.send(records.subList(half, records.size()));
            cluster.awaitDone(Instant.now());
            assertThat(one.isAlive()).isTrue();
        }

        assertThat(totals()).isEqualTo(Town.expected(cases));
    }

    @Test
    void badRecordsBecomeDeadLettersAndTheGoodOnesCount() {
        Instant now = Instant.now();
        String unit = Town.izin(0).unit();
        int home = Partitioning.of(unit, Cluster.PARTITIONS);
        byte[] key = unit.getBytes(StandardCharsets.UTF_8);
        byte[] event = Town.izin(0).accepted("bad", now);
        Case stranger = new Case("kel-asing", City.IZIN, "I-1");
        cluster.send(List.of(
                Cluster.record(Topics.APPLICATIONS, null, event),
                Cluster.record(Topics.APPLICATIONS, "kel-asing", event),
                new ProducerRecord<>(Topics.APPLICATIONS, (home + 1) % Cluster.PARTITIONS, key, event),
                Cluster.record(Topics.APPLICATIONS, unit, new byte[] {0, 1, (byte) 0xff}),
                Cluster.record(Topics.COMPLAINTS, "kel-asing", stranger.received("bad", now)),
                Cluster.record(Topics.APPLICATIONS, unit, Town.izin(0).accepted("bad", now.plus(Duration.ofDays(1)))),
                Town.accepted(0, now),
                Town.accepted(1, now)));

        try (Pipeline pipeline = start("one", InstantSource.system())) {
            cluster.awaitDone(now);
            assertThat(pipeline.failure()).isEmpty();
        }

        assertThat(Cluster.kept(cluster.read(Topics.DEAD_LETTERS)).values())
                .extracting(row -> DeadLetter.fromJson(row.getBytes(StandardCharsets.UTF_8))
                        .code())
                .containsExactlyInAnyOrder("malformed", "unknown-unit", "time-ahead");
        assertThat(Cluster.kept(cluster.read(Topics.CASES))).containsOnlyKeys("kel-0|I-0", "kel-1|I-1");
    }

    /** Streams says so itself for its own topics, whatever the broker's default. */
    @Test
    void changelogsKeepTheTimesThatStreamsGivesThem() throws Exception {
        cluster.send(List.of(Town.accepted(0, Instant.now())));
        try (Pipeline pipeline = start("one", InstantSource.system())) {
            cluster.awaitDone(Instant.now());
            assertThat(pipeline.failure()).isEmpty();
        }

        List<ConfigResource> changelogs = cluster.admin().listTopics().names().get().stream()
                .filter(name -> name.endsWith("-changelog"))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        assertThat(changelogs).hasSize(1);
        assertThat(cluster.admin().describeConfigs(changelogs).all().get().values())
                .allSatisfy(config -> {
                    assertThat(config.get("message.timestamp.type").value()).isEqualTo("CreateTime");
                    assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
                });
    }

    private Pipeline start(String instance, InstantSource clock) {
        var settings =
                new PipelineSettings(cluster.bootstrapServers(), stateOf(instance), instance, Cluster.PARTITIONS, 2, 1);
        return Pipeline.start(settings, Town.catalogue(), cluster.admin(), clock);
    }

    private Path stateOf(String instance) {
        try {
            return Files.createDirectories(directory.resolve(instance));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<TopicPartition, Long> only(Map<TopicPartition, Long> offsets, String topic) {
        Map<TopicPartition, Long> some = new HashMap<>(offsets);
        some.keySet().removeIf(partition -> !partition.topic().equals(topic));
        return some;
    }

    private static List<TallyRow> tallyRows(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> record.value() != null)
                .map(record -> TallyRow.JSON.read(record.value()))
                .toList();
    }

    /** By unit over all days: opened, onTime, late, lateOpen of completion. */
    private NavigableMap<String, List<Long>> totals() {
        NavigableMap<String, List<Long>> totals = new TreeMap<>();
        Cluster.kept(cluster.read(Topics.TALLIES)).values().stream()
                .map(row -> TallyRow.JSON.read(row.getBytes(StandardCharsets.UTF_8)))
                .filter(row ->
                        row.promise().equals("completion") && !row.bucket().contains("T"))
                .forEach(row -> totals.merge(
                        row.unit(), List.of(row.opened(), row.onTime(), row.late(), row.lateOpen()), Town::sum));
        return totals;
    }
}
