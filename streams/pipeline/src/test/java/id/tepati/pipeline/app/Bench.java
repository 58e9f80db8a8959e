package id.tepati.pipeline.app;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.Progress;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.judge.JudgeProcessor;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.state.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topology without a broker: one partition, the settings of the real thing, a mark that only the test moves. What
 * it wrote is collected by topic, in order.
 */
final class Bench implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-11-21T02:00:00Z");

    private final SetAsOf mark = new SetAsOf();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, List<TestRecord<byte[], byte[]>>> outputs = new HashMap<>();

    Bench() {
        this(new HeldCatalogue(City.ofDinas()), 1);
    }

    Bench(PublishedCatalogue catalogue) {
        this(catalogue, 1);
    }

    /** A bench that takes its only partition for the first of several. */
    Bench(PublishedCatalogue catalogue, int partitions) {
        driver = new TopologyTestDriver(
                PipelineTopology.describe(catalogue, mark, partitions),
                new PipelineSettings("nowhere:9092", temporary(), "bench", partitions, 1, 1).streams(),
                BEGIN);
        for (String input : Topics.judged()) {
            inputs.put(input, driver.createInputTopic(input, new ByteArraySerializer(), new ByteArraySerializer()));
        }
        // a task meets the catalogue before its first case
        turn();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tepati-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SetAsOf mark() {
        return mark;
    }

    /** An application event of the only unit, taken by the broker at the given instant. */
    Bench application(Instant learned, byte[] event) {
        return send(Topics.APPLICATIONS, City.DINAS, learned, event);
    }

    Bench complaint(Instant learned, byte[] event) {
        return send(Topics.COMPLAINTS, City.DINAS, learned, event);
    }

    /** An application event of the only unit that came with an import. */
    Bench imported(String batch, Instant learned, byte[] event) {
        return imported(new ImportBatch(batch), learned, event);
    }

    Bench imported(ImportBatch batch, Instant learned, byte[] event) {
        RecordHeaders headers = new RecordHeaders();
        batch.addTo(headers);
        byte[] key = City.DINAS.getBytes(StandardCharsets.UTF_8);
        inputs.get(Topics.APPLICATIONS).pipeInput(new TestRecord<>(key, event, headers, learned));
        return this;
    }

    Bench send(String topic, @Nullable String key, Instant learned, byte @Nullable [] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        inputs.get(topic).pipeInput(new TestRecord<>(keyBytes, value, learned));
        return this;
    }

    /** A record of any topic that is read, with headers. */
    Bench send(String topic, TestRecord<byte[], byte[]> record) {
        inputs.get(topic).pipeInput(record);
        return this;
    }

    /** The task has come so far, and takes its next turn. */
    Bench asOf(Instant instant) {
        mark.set(instant);
        return turn();
    }

    Bench turn() {
        driver.advanceWallClockTime(JudgeProcessor.TICK);
        return this;
    }

    /** Everything written to a topic so far. */
    List<TestRecord<byte[], byte[]>> written(String topic) {
        List<TestRecord<byte[], byte[]>> all = outputs.computeIfAbsent(topic, absent -> new ArrayList<>());
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        all.addAll(output.readRecordsToList());
        return all;
    }

    /** What a compacted topic holds: the last value of each key. */
    NavigableMap<String, String> kept(String topic) {
        NavigableMap<String, String> kept = new TreeMap<>();
        for (TestRecord<byte[], byte[]> row : written(topic)) {
            String key = new String(row.key(), StandardCharsets.UTF_8);
            if (row.value() == null) {
                kept.remove(key);
            } else {
                kept.put(key, new String(row.value(), StandardCharsets.UTF_8));
            }
        }
        return kept;
    }

    private Collection<byte[]> rows(String topic) {
        return kept(topic).values().stream()
                .map(row -> row.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    Map<String, TallyRow> tallies() {
        return rows(Topics.TALLIES).stream()
                .map(TallyRow.JSON::read)
                .collect(Collectors.toMap(
                        row -> String.join("|", row.unit(), row.service(), row.promise(), row.bucket()), row -> row));
    }

    /** The counts of a local day: opened, noPromise, onTime, late, lateOpen, cancelled. */
    List<Long> counts(String service, String promise, String bucket) {
        TallyRow row = tallies().get(String.join("|", City.DINAS, service, promise, bucket));
        return row == null
                ? List.of()
                : List.of(row.opened(), row.noPromise(), row.onTime(), row.late(), row.lateOpen(), row.cancelled());
    }

    /** What has been restated, in order of keys. */
    List<Restatement> restatements() {
        return rows(Topics.RESTATEMENTS).stream().map(Restatement.JSON::read).toList();
    }

    CaseRow caseRow(String id) {
        return CaseRow.JSON.read(kept(Topics.CASES).get(City.DINAS + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** How a clock of a case stands, such as {@code late, open}. */
    String outcome(String id, String clock) {
        return caseRow(id).clocks().stream()
                .filter(row -> row.clock().equals(clock))
                .map(row -> row.outcome() + (row.open() ? ", open" : ""))
                .collect(Collectors.joining("; "));
    }

    ClockRow clock(String id, String clock) {
        return caseRow(id).clocks().stream()
                .filter(row -> row.clock().equals(clock))
                .findFirst()
                .orElseThrow();
    }

    List<DeadLetter> deadLetters() {
        return written(Topics.DEAD_LETTERS).stream()
                .map(row -> DeadLetter.fromJson(row.value()))
                .toList();
    }

    /** The row of the usual source, after the task has reported. */
    SourceRow source() {
        return SourceRow.fromJson(
                kept(Topics.SOURCES).get(City.DINAS + "|" + Case.SOURCE).getBytes(StandardCharsets.UTF_8));
    }

    Progress progress() {
        return Progress.fromJson(kept(Topics.PROGRESS).get("0").getBytes(StandardCharsets.UTF_8));
    }

    /** How many entries a section of the task's state holds. */
    long stored(Section.Of section) {
        long count = 0;
        try (var all = driver.<Bytes, byte[]>getKeyValueStore(NodeNames.STATE).all()) {
            while (all.hasNext()) {
                count += section.holds(all.next().key) ? 1 : 0;
            }
        }
        return count;
    }

    @Override
    public void close() {
        driver.close();
    }
}
