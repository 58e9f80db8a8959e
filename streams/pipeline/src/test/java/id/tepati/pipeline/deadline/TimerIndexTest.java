package id.tepati.pipeline.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.state.StoredInstant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class TimerIndexTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Comparator<Timer> ORDER =
            Comparator.comparing(Timer::at).thenComparing(Timer::kind).thenComparing(Timer::subject);

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("state").get();
    private final TimerIndex index = new TimerIndex(new Section(store, Section.Of.TIMERS));

    @Test
    void whatIsDueAtTheInstantIsDueAndAMicrosecondLaterIsNot() {
        Timer now = timer(NOON, "now");
        index.add(now);
        index.add(timer(NOON.plusNanos(1000), "later"));

        assertThat(index.due(NOON.minusNanos(1000), 10)).isEmpty();
        assertThat(index.due(NOON, 10)).containsExactly(now);
        assertThat(index.hasDue(NOON)).isTrue();
    }

    @Test
    void timesBefore1970ComeBeforeThoseAfter() {
        Timer first = timer(Instant.parse("0001-01-01T00:00:00Z"), "a");
        Timer second = timer(Instant.parse("1969-12-31T23:59:59.999999Z"), "a");
        Timer third = timer(Instant.EPOCH, "a");
        Timer fourth = timer(Instant.EPOCH.plusNanos(1000), "a");
        List.of(third, first, fourth, second).forEach(index::add);

        assertThat(index.due(NOON, 10)).containsExactly(first, second, third, fourth);
        assertThat(index.due(Instant.EPOCH.minusNanos(1000), 10)).containsExactly(first, second);
    }

    @Test
    void whatIsAddedBelowTheMarkIsDueAtOnce() {
        assertThat(index.due(NOON, 10)).isEmpty();

        Timer late = timer(NOON.minusSeconds(86_400), "late");
        index.add(late);

        assertThat(index.due(NOON, 10)).containsExactly(late);
        assertThat(index.due(NOON.minusSeconds(86_400), 10)).containsExactly(late);
    }

    @Test
    void askingFarAheadHidesNothingThatComesInBetween() {
        assertThat(index.hasDue(NOON.plusSeconds(3600))).isFalse();

        Timer timer = timer(NOON.plusSeconds(60), "a");
        index.add(timer);

        assertThat(index.due(NOON, 10)).isEmpty();
        assertThat(index.due(NOON.plusSeconds(60), 10)).containsExactly(timer);
    }

    @Test
    void staysUntilItIsTakenOut() {
        Timer timer = timer(NOON, "a");
        index.add(timer);
        index.add(timer);
        assertThat(index.due(NOON, 10)).containsExactly(timer);
        assertThat(index.due(NOON, 10)).containsExactly(timer);

        index.remove(timer);

        assertThat(index.due(NOON, 10)).isEmpty();
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void turnsThroughManyInOrderAPartAtATime() {
        for (int i = 9_999; i >= 0; i--) {
            index.add(timer(NOON.plusSeconds(i / 3), "case-" + i % 3));
        }

        List<Timer> fired = new ArrayList<>();
        for (List<Timer> due = due(700); !due.isEmpty(); due = due(700)) {
            assertThat(due.size()).isLessThanOrEqualTo(700);
            fired.addAll(due);
            due.forEach(index::remove);
        }

        assertThat(fired).hasSize(10_000).isSortedAccordingTo(ORDER);
    }

    private List<Timer> due(int atMost) {
        return index.due(NOON.plusSeconds(4_000), atMost);
    }

    /** What is put past the index is seen by a scan only. */
    @Test
    void nothingIsScannedBeforeTheFirstEntry() {
        index.add(timer(NOON.plusSeconds(60), "a"));
        assertThat(index.due(NOON, 10)).isEmpty();
        TimerIndex another = new TimerIndex(new Section(store, Section.Of.TIMERS));
        another.add(timer(NOON, "b"));

        assertThat(index.due(NOON.plusSeconds(59), 10)).isEmpty();
        assertThat(another.due(NOON.plusSeconds(59), 10)).containsExactly(timer(NOON, "b"));
    }

    @Test
    void anIndexOverWhatAnEarlierOneLeftFindsIt() {
        Timer timer = timer(NOON, "a");
        index.add(timer);
        index.due(NOON.minusSeconds(1), 1);

        assertThat(new TimerIndex(new Section(store, Section.Of.TIMERS)).due(NOON, 10))
                .containsExactly(timer);
    }

    /** Against a sorted set that is searched from its beginning each time. */
    @Property(tries = 200)
    void answersLikeASortedSet(@ForAll("steps") List<Step> steps) {
        TimerIndex tested =
                new TimerIndex(new Section(Stores.inMemoryKeyValueStore("state").get(), Section.Of.TIMERS));
        TreeSet<Timer> naive = new TreeSet<>(ORDER);
        for (Step step : steps) {
            Timer timer = timer(StoredInstant.instant(step.micros), "case-" + step.subject);
            switch (step.what) {
                case 0, 1 -> {
                    tested.add(timer);
                    naive.add(timer);
                }
                case 2 -> {
                    tested.remove(timer);
                    naive.remove(timer);
                }
                default ->
                    assertThat(tested.due(timer.at(), step.subject + 1))
                            .containsExactlyElementsOf(naive.stream()
                                    .filter(other -> !other.at().isAfter(timer.at()))
                                    .limit(step.subject + 1L)
                                    .toList());
            }
        }
    }

    record Step(int what, long micros, int subject) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(-6, 6),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static Timer timer(Instant at, String subject) {
        return new Timer(at, Kind.CASE, Bytes.wrap(subject.getBytes(StandardCharsets.UTF_8)));
    }
}
