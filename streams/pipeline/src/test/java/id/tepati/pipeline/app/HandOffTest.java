package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way round of records that lie in the wrong place. The bench is the first of six partitions. */
final class HandOffTest {
    private static final Instant NINE = Bench.BEGIN;
    private static final int SEVERAL = 6;
    private static final String HERE = unitOn(0);
    private static final String ELSEWHERE = unitOn(1);
    private static final Case CASE_HERE = new Case(HERE, City.IZIN, "I-1");
    private static final Case CASE_ELSEWHERE = new Case(ELSEWHERE, City.IZIN, "I-1");

    private final Bench bench = new Bench(new HeldCatalogue(City.of(List.of(HERE, ELSEWHERE))), SEVERAL);

    @AfterEach
    void close() {
        bench.close();
    }

    private static String unitOn(int partition) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "kel-" + number)
                .filter(unit -> Partitioning.of(unit, SEVERAL) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordInTheRightPlaceIsJudgedWhateverItsKeyAndCountedAgainstItsProducer() {
        bench.send(Topics.APPLICATIONS, HERE, NINE, CASE_HERE.accepted("e1", NINE));
        bench.send(Topics.APPLICATIONS, null, NINE, CASE_HERE.decided("e2", NINE.plusSeconds(1)));
        bench.send(Topics.APPLICATIONS, ELSEWHERE, NINE, CASE_HERE.heartbeat("e3", NINE));
        bench.asOf(NINE.plusSeconds(2));

        assertThat(bench.written(Topics.HAND_OFF)).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
        assertThat(source())
                .isEqualTo(new SourceRow(
                        new UnitId(HERE), Case.SOURCE, NINE, NINE.plusSeconds(1), 3, 2, 0, 0, 2, 1_000, 0, null));
    }

    @Test
    void aRecordInTheWrongPlaceGoesOnWithItsUnitAsKeyAndSaysWhereItStood() {
        Headers binary = new RecordHeaders()
                .add("ce_specversion", text("1.0"))
                .add("ce_id", text("e1"))
                .add("ce_source", text(Case.SOURCE))
                .add("ce_type", text("id.tepati.application.submitted.v1"))
                .add("ce_time", text(NINE.toString()))
                .add("tepati-origin-topic", text("forged"));
        byte[] data = text("{\"unit\":\"" + ELSEWHERE + "\",\"service\":\"izin\",\"case\":\"I-1\"}");

        bench.send(Topics.APPLICATIONS, HERE, NINE, CASE_HERE.accepted("first", NINE));
        bench.send(Topics.APPLICATIONS, new TestRecord<>(text("anything"), data, binary, NINE.plusSeconds(3)));

        TestRecord<byte[], byte[]> handed = bench.written(Topics.HAND_OFF).get(0);
        assertThat(new String(handed.key(), StandardCharsets.UTF_8)).isEqualTo(ELSEWHERE);
        assertThat(handed.value()).isEqualTo(data);
        assertThat(texts(handed.headers()))
                .containsEntry("ce_type", "id.tepati.application.submitted.v1")
                .containsEntry("tepati-origin-topic", "tepati.applications.v1")
                .containsEntry("tepati-origin-partition", "0")
                .containsEntry("tepati-origin-offset", "1")
                .containsEntry(
                        "tepati-origin-timestamp",
                        Long.toString(NINE.plusSeconds(3).toEpochMilli()));
        assertThat(bench.kept(Topics.CASES)).containsOnlyKeys(HERE + "|I-1");
    }

    @Test
    void whatTheCatalogueNeedNotBeAskedAboutIsRefusedWhereItLies() {
        bench.send(Topics.APPLICATIONS, ELSEWHERE, NINE, CASE_ELSEWHERE.accepted("e1", NINE.plus(Duration.ofDays(1))));
        bench.asOf(NINE.plusSeconds(1));

        assertThat(bench.deadLetters())
                .extracting(DeadLetter::code, DeadLetter::where)
                .containsExactly(tuple("time-ahead", "tepati.applications.v1/0/0"));
        assertThat(bench.written(Topics.HAND_OFF)).isEmpty();
        assertThat(bench.kept(Topics.SOURCES))
                .as("the row of a source stands with its unit, which is elsewhere")
                .isEmpty();
    }

    @Test
    void aUnitThatNobodyKnowsIsRefusedWhereItWouldBe() {
        String stranger = IntStream.range(0, 100)
                .mapToObj(number -> "asing-" + number)
                .filter(unit -> Partitioning.of(unit, SEVERAL) != 0)
                .findFirst()
                .orElseThrow();
        bench.send(Topics.APPLICATIONS, stranger, NINE, new Case(stranger, City.IZIN, "I-1").accepted("e1", NINE));

        assertThat(bench.written(Topics.HAND_OFF)).hasSize(1);
        assertThat(bench.deadLetters())
                .as("written where the bench itself took the record over, in the wrong place again")
                .extracting(DeadLetter::code)
                .containsExactly("unknown-unit");
    }

    @Test
    void aHandedOffRecordCountsFromWhenItsOriginalCame() {
        Instant decided = NINE.plus(Duration.ofMinutes(10));
        bench.send(Topics.APPLICATIONS, HERE, NINE, CASE_HERE.accepted("e1", NINE));
        bench.asOf(decided.plusSeconds(30));
        bench.send(
                Topics.HAND_OFF,
                handedOff(
                        HERE,
                        CASE_HERE.decided("e2", decided),
                        Topics.APPLICATIONS,
                        "4",
                        "77",
                        decided.plusSeconds(1)));
        bench.asOf(decided.plusSeconds(60));

        assertThat(source().lastSeen()).isEqualTo(decided.plusSeconds(1));
        assertThat(source().misplaced()).isEqualTo(1);
        assertThat(source().counted()).isEqualTo(2);
        assertThat(bench.progress().processed()).containsEntry(Topics.HAND_OFF, 1L);
    }

    @Test
    void whatWasUnknownWhenTheOriginalCameStaysUnknown() {
        HeldCatalogue catalogue = new HeldCatalogue(City.published(HERE, NINE.plusSeconds(60)));
        try (Bench later = new Bench(catalogue, SEVERAL)) {
            later.send(
                    Topics.HAND_OFF,
                    handedOff(
                            HERE,
                            CASE_HERE.accepted("e1", NINE),
                            Topics.APPLICATIONS,
                            "4",
                            "77",
                            NINE.plusSeconds(59)));
            later.send(
                    Topics.HAND_OFF,
                    handedOff(
                            HERE,
                            CASE_HERE.accepted("e2", NINE),
                            Topics.APPLICATIONS,
                            "4",
                            "78",
                            NINE.plusSeconds(60)));

            assertThat(later.deadLetters())
                    .extracting(DeadLetter::code, DeadLetter::where, DeadLetter::at)
                    .containsExactly(tuple("unknown-unit", "tepati.applications.v1/4/77", NINE.plusSeconds(59)));
            assertThat(later.kept(Topics.CASES)).containsOnlyKeys(HERE + "|I-1");
        }
    }

    @Test
    void aHandedOffRecordInTheWrongPlaceIsADeadLetterAndDoesNotGoRound() {
        bench.send(
                Topics.HAND_OFF,
                handedOff(ELSEWHERE, CASE_ELSEWHERE.accepted("e1", NINE), Topics.COMPLAINTS, "3", "5", NINE));

        assertThat(bench.written(Topics.HAND_OFF)).isEmpty();
        assertThat(bench.deadLetters())
                .extracting(DeadLetter::code, DeadLetter::where)
                .containsExactly(tuple("key-mismatch", "tepati.complaints.v1/3/5"));
        assertThat(bench.kept(Topics.CASES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tepati.tallies.v1,0,5",
        "tepati.hand-off.v2,0,5",
        "tepati.applications.v1,-1,5",
        "tepati.applications.v1,9999999999,5",
        "tepati.applications.v1,0,five",
        "tepati.applications.v1,0,''"
    })
    void aRecordOfTheHandOffThatSaysNoPossibleOriginIsADeadLetter(String topic, String partition, String offset) {
        bench.send(Topics.HAND_OFF, handedOff(HERE, CASE_HERE.accepted("e1", NINE), topic, partition, offset, NINE));

        assertThat(bench.deadLetters())
                .extracting(DeadLetter::code, DeadLetter::where)
                .containsExactly(tuple("malformed", "tepati.hand-off.v2/0/0"));
        assertThat(bench.kept(Topics.CASES)).isEmpty();
    }

    /** A rebuild under a new application id begins with a hand-off topic of its own. */
    @Test
    void theHandOffHasTheNumberOfTheApplication() {
        assertThat(Topics.HAND_OFF.replaceFirst(".*\\.v", ""))
                .isEqualTo(PipelineSettings.APPLICATION_ID.replaceFirst(".*-v", ""));
    }

    private SourceRow source() {
        return SourceRow.fromJson(text(bench.kept(Topics.SOURCES).get(HERE + "|" + Case.SOURCE)));
    }

    private static TestRecord<byte[], byte[]> handedOff(
            String unit, byte[] event, String topic, String partition, String offset, Instant at) {
        Headers headers = new RecordHeaders()
                .add("tepati-origin-topic", text(topic))
                .add("tepati-origin-partition", text(partition))
                .add("tepati-origin-offset", text(offset))
                .add("tepati-origin-timestamp", text(Long.toString(at.toEpochMilli())));
        return new TestRecord<>(text(unit), event, headers, at.plus(Duration.ofHours(1)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TreeMap<String, String> texts(Headers headers) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
