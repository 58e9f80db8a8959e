package id.tepati.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.DayTally;
import id.tepati.dashboard.store.LetterRows;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.PromiseFigures;
import id.tepati.dashboard.store.Series;
import id.tepati.dashboard.store.SparseCounts;
import id.tepati.dashboard.store.TestModel;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as they lie in the topics, and what they make of the model. */
final class OutputReaderTest {
    private static final UnitId MELATI = new UnitId("kel-melati");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String CLOCK = """
            {"clock":"completion","cycle":1,"service":"ktp-el","promise":"completion","outcome":"%s","open":%s,
             "start":"2026-11-20T02:00:00Z","startDay":"2026-11-20","calendar":"kantor"}""";

    private static final String SOURCE = """
            {"v":1,"unit":"kel-melati","source":"loket-1","lastSeen":"2026-11-23T02:59:00Z","received":12,
             "counted":10,"duplicate":1,"dead":1,"misplaced":0,"aheadMillis":250}""";

    private final TestModel model = new TestModel(Instant.parse("2026-11-20T03:00:00Z"));
    private final ProgressFence<String> marks = new ProgressFence<>(1);

    @BeforeEach
    void aCaseAndATally() {
        read(Topics.CASES, "kel-melati|A-1", caseRow("A-1", "open", true));
        read(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-20", tally(3));
    }

    @Test
    void aCaseIsHeldUnderItsUnitAndReplacesTheFormer() {
        assertThat(figures()).extracting(UnitFigures::cases, UnitFigures::open).containsExactly(1L, 1L);

        read(Topics.CASES, "kel-melati|A-1", caseRow("A-1", "on-time", false));
        read(Topics.CASES, "kel-melati|A|2", caseRow("A|2", "open", true));

        assertThat(figures()).extracting(UnitFigures::cases, UnitFigures::open).containsExactly(2L, 1L);
        assertThat(outcome("A-1")).isEqualTo("on-time");
        assertThat(outcome("A|2")).isEqualTo("open");
    }

    @Test
    void ofSeveralRecordsOfOneReadingTheLastCounts() {
        read(Topics.CASES, "kel-melati|A-3", caseRow("A-3", "open", true));
        read(Topics.CASES, "kel-melati|A-3", caseRow("A-3", "late", true));
        bury(Topics.CASES, "kel-melati|A-1");

        assertThat(figures())
                .extracting(UnitFigures::cases, UnitFigures::open, UnitFigures::late)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void aTallyOfADayIsHeldAndReplacesTheFormer() {
        read(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-20", tally(4));
        read(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-21", tally(1));

        assertThat(days()).containsOnlyKeys(DAY, DAY.plusDays(1)).hasEntrySatisfying(DAY, held -> {
            assertThat(held.opened()).isEqualTo(4);
            assertThat(held.late()).isEqualTo(2);
            assertThat(sum(held.duration())).isEqualTo(700);
        });
    }

    @Test
    void aTallyOfLongAgoIsHeldToo() {
        read(Topics.TALLIES, "kel-melati|ktp-el|completion|2019-02-03", tally(2));

        assertThat(days()).containsOnlyKeys(DAY, LocalDate.of(2019, 2, 3));
    }

    @Test
    void aTallyOfFiveMinutesIsNotHeldAndNotEvenParsed() {
        long before = model.model().revision();

        read(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-20T10:05:00Z", "no JSON");

        assertThat(model.model().revision()).isEqualTo(before);
        assertThat(model.model().sizes().tallies()).isEqualTo(1);
    }

    @Test
    void whatWasRestatedOfADayIsHeldByItsKey() {
        String key = "kel-melati|2026-11-17|late-event|2026-11-20";

        read(Topics.RESTATEMENTS, key, restatement("2026-11-17"));

        assertThat(restatements()).extracting(Restatement::key).containsExactly(OutputKey.OfRestatement.parse(key));
    }

    @Test
    void sourcesAndDeadLettersAreHeldByTheirKeys() {
        read(Topics.SOURCES, "kel-melati|loket-1", SOURCE);
        read(Topics.DEAD_LETTERS, "d-1", """
                {"v":1,"id":"d-1","code":"a-code-of-later","pointer":"","cure":"Do it.","at":"2026-11-20T01:00:00Z",
                 "where":"gateway"}""");

        assertThat(model.model().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.received()).isEqualTo(12));
        assertThat(model.model().letters().page(new LetterRows.Filter(null, null, null, null), null, 9))
                .singleElement()
                .satisfies(letter -> assertThat(letter.code()).isEqualTo("a-code-of-later"));
    }

    @Test
    void aTombstoneTakesAwayWhatItsKeyNames() {
        read(Topics.RESTATEMENTS, "kel-melati|2026-11-17|late-event|2026-11-20", restatement("2026-11-17"));
        read(Topics.SOURCES, "kel-melati|loket-1", SOURCE);
        read(Topics.DEAD_LETTERS, "d-1", """
                {"v":1,"id":"d-1","code":"malformed","pointer":"","cure":"","at":"2026-11-20T01:00:00Z","where":""}""");

        for (List<String> gone : List.of(
                List.of(Topics.CASES, "kel-melati|A-1"),
                List.of(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-20"),
                List.of(Topics.RESTATEMENTS, "kel-melati|2026-11-17|late-event|2026-11-20"),
                List.of(Topics.SOURCES, "kel-melati|loket-1"),
                List.of(Topics.DEAD_LETTERS, "d-1"))) {
            bury(gone.get(0), gone.get(1));
        }

        assertThat(figures().promises().values()).noneMatch(PromiseFigures::tallied);
        assertThat(days()).isEmpty();
        assertThat(restatements()).isEmpty();
        assertThat(model.model().sizes()).isEqualTo(new Model.Sizes(1, 0, 0, 0, 0));
    }

    @Test
    void progressIsHeardAndChangesNoFigure() {
        long before = model.model().revision();

        read(Topics.PROGRESS, "0", "{\"v\":1,\"partition\":0,\"asOf\":\"2026-11-23T03:00:00Z\",\"processed\":{}}");
        marks.fence(Map.of());
        marks.settle(reached -> true);

        assertThat(marks.asOf()).contains(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(model.model().revision()).isEqualTo(before);
    }

    @Test
    void aTombstoneOfProgressSaysNothing() {
        bury(Topics.PROGRESS, "0");

        assertThat(marks.wantsEnds()).isFalse();
    }

    /** Nothing is changed: the figures of other records stay. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tepati.cases.v1;A-1",
                "tepati.cases.v1;kel-melati|A-2",
                "tepati.cases.v1;kel-kenanga|A-1",
                "tepati.tallies.v1;kel-melati|ktp-el|2026-11-20",
                "tepati.tallies.v1;kel-melati|ktp-el|completion|x|2026-11-20",
                "tepati.tallies.v1;kel-melati|ktp-el|completion|yesterday",
                "tepati.restatements.v1;kel-melati|2026-11-17",
                "tepati.restatements.v1;kel-melati|2026-11-18|late-event|2026-11-20",
                "tepati.unknown.v1;x"
            })
    void aKeyThatIsNotOfTheRecordOrTheTopicIsRefused(String topic, String key) {
        String value = Map.of(
                        Topics.CASES, caseRow("A-1", "open", true),
                        Topics.TALLIES, tally(9),
                        Topics.RESTATEMENTS, restatement("2026-11-17"))
                .getOrDefault(topic, "{}");

        assertThatThrownBy(() -> read(topic, key, value)).isInstanceOf(RuntimeException.class);
        assertThat(model.model().sizes()).isEqualTo(new Model.Sizes(1, 1, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tepati.cases.v1;kel-melati|A-1",
                "tepati.tallies.v1;kel-melati|ktp-el|completion|2026-11-20",
                "tepati.restatements.v1;kel-melati|2026-11-17|late-event|2026-11-20",
                "tepati.sources.v1;kel-melati|loket-1",
                "tepati.dead-letters.v1;d-1",
                "tepati.progress.v1;0"
            })
    void aValueThatIsNoJsonIsRefused(String topic, String key) {
        assertThatThrownBy(() -> read(topic, key, "{broken")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aTallyThatCannotBeIsRefused() {
        assertThatThrownBy(() -> read(Topics.TALLIES, "kel-melati|ktp-el|completion|2026-11-20", tally(-1)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void readsTheTopicsThatItNames() {
        for (String topic : OutputReader.TOPICS) {
            assertThatThrownBy(() -> read(topic, "k|2026-11-17|c|d", "{broken"))
                    .as(topic)
                    .hasMessageNotContaining("no output topic");
        }
    }

    private static String caseRow(String id, String outcome, boolean open) {
        return "{\"v\":1,\"unit\":\"kel-melati\",\"case\":\"" + id + "\",\"incomplete\":false,\"clocks\":["
                + CLOCK.formatted(outcome, open) + "],\"events\":[]}";
    }

    private static String tally(long opened) {
        return "{\"v\":1,\"unit\":\"kel-melati\",\"service\":\"ktp-el\",\"promise\":\"completion\",\"bucket\":"
                + "\"2026-11-20\",\"opened\":" + opened + ",\"noPromise\":0,\"onTime\":1,\"late\":2,\"lateOpen\":0,"
                + "\"cancelled\":0,\"unserved\":0,\"duration\":{\"sum\":700,\"buckets\":{\"5\":2}},"
                + "\"used\":{\"sum\":0,\"buckets\":{}}}";
    }

    private static String restatement(String day) {
        return "{\"v\":1,\"unit\":\"kel-melati\",\"day\":\"" + day + "\",\"cause\":\"late-event\",\"learnedDay\":"
                + "\"2026-11-20\",\"first\":\"2026-11-20T02:30:00Z\",\"last\":\"2026-11-20T02:30:00Z\",\"cases\":1,"
                + "\"lines\":[]}";
    }

    private UnitFigures figures() {
        return model.model().figures(MELATI);
    }

    private Map<LocalDate, DayTally> days() {
        Map<LocalDate, DayTally> days = new TreeMap<>();
        model.model().days(Set.of(MELATI), LocalDate.MIN, LocalDate.MAX, (unit, series, day, tally) -> {
            assertThat(series).isEqualTo(new Series("ktp-el", "completion"));
            days.put(day, tally);
        });
        return days;
    }

    private List<Restatement> restatements() {
        return model.model().restatements(Set.of(MELATI), LocalDate.MIN, LocalDate.MAX);
    }

    private String outcome(String id) {
        CaseRow row = model.model().cases().find(MELATI, new CaseId(id)).orElseThrow();
        return row.clocks().get(0).outcome();
    }

    private static long sum(SparseCounts counts) {
        AtomicLong told = new AtomicLong();
        counts.read(new SparseCounts.Reader() {
            @Override
            public void start(long sum, long min, long max) {
                told.set(sum);
            }

            @Override
            public void bucket(int index, long count) {
                assertThat(count).isPositive();
            }
        });
        return told.get();
    }

    private void read(String topic, String key, String value) {
        OutputReader.read(topic, bytes(key), bytes(value)).apply(model.changes(), marks);
    }

    private void bury(String topic, String key) {
        OutputReader.read(topic, bytes(key), null).apply(model.changes(), marks);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
