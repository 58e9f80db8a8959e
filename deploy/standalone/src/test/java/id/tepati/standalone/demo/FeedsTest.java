package id.tepati.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.standalone.demo.city.City;
import id.tepati.standalone.demo.city.CityDay;
import id.tepati.standalone.demo.city.CityEvent;
import id.tepati.standalone.demo.city.Heartbeats;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past and present together, over starts and stops: what was sent against what was to be sent. */
class FeedsTest {
    /** Thursday 19 November 2026, 11:00 in Jakarta. */
    private static final Instant START = Instant.parse("2026-11-19T04:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final City CITY = City.invent(5, TODAY);
    private static final int DAYS = 3;

    @TempDir
    Path data;

    private RecordingSender sender;

    @BeforeEach
    void open() {
        sender = new RecordingSender();
    }

    /** One start of the demo at an instant. */
    private final class Run {
        private final DayMarks marks = DayMarks.open(data, 5L, 1, TODAY);
        private final Instant start;
        private final LocalDate today;
        private final UpcomingEvents upcoming;
        private final LiveFeed live;

        Run(Instant start) {
            this.start = start;
            this.today = LocalDate.ofInstant(start, City.ZONE);
            this.upcoming = new UpcomingEvents(CITY, today);
            this.live = new LiveFeed(upcoming, sender, marks);
        }

        PastEvents missing() {
            return new PastEvents(CITY, marks, start);
        }

        Run past(int days) {
            HistoryFeed history = new HistoryFeed(missing(), upcoming, sender);
            for (int back = 0; back < days; back++) {
                history.load(today.minusDays(back), () -> true);
            }
            history.finishBefore(today.minusDays(days - 1L), () -> true);
            return this;
        }

        Run liveUntil(Instant end) {
            for (Instant now = start; !now.isAfter(end); now = now.plus(Duration.ofMinutes(7))) {
                live.tick(now);
            }
            live.tick(end);
            marks.save();
            return this;
        }
    }

    /** What was sent, in an order of its own, each as often as it was. */
    private List<String> sent() {
        return sorted(sender.taken());
    }

    private static List<String> sorted(List<CityEvent> events) {
        return names(events).stream().sorted().toList();
    }

    private static List<String> names(List<CityEvent> events) {
        return events.stream()
                .map(sent -> sent.event().source() + " " + sent.event().id())
                .toList();
    }

    private static List<CityEvent> all(LocalDate first, LocalDate last, Instant upTo) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> CityDay.of(CITY, date).stream())
                .filter(event -> !event.sentAt().isAfter(upTo))
                .toList();
    }

    @Test
    void thePastIsSentNewestDayFirstAndNothingThatLiesAhead() {
        new Run(START).past(DAYS);

        assertThat(sent()).isEqualTo(sorted(all(TODAY.minusDays(2), TODAY, START)));
        List<String> today = names(all(TODAY, TODAY, START));
        assertThat(names(sender.taken()).subList(0, today.size())).isEqualTo(today);
    }

    /** Days that left the window are finished too; what was sent already is not counted again. */
    @Test
    void howMuchThePastIsIsKnownBeforeItIsSent() {
        long first = new Run(START).missing().count(TODAY, DAYS);
        new Run(START).past(DAYS);
        assertThat(first).isPositive().isEqualTo(sender.taken().size());
        assertThat(new Run(START).missing().count(TODAY, DAYS)).isZero();

        Run later = new Run(START.plus(Duration.ofDays(7)));
        long rest = later.missing().count(later.today, DAYS);
        later.past(DAYS);
        assertThat(first + rest).isEqualTo(sender.taken().size());
    }

    @Test
    void sourcesSendASignOfLifeEachMinute() {
        HeartbeatFeed feed = new HeartbeatFeed(CITY, sender);
        int each = Heartbeats.of(CITY, START).size();

        for (int second = 0; second <= 125; second++) {
            feed.tick(START.plusSeconds(second));
        }

        assertThat(sender.taken()).hasSize(3 * each);
    }

    @Test
    void thenEventsComeAsTheyHappenOverMidnightToo() {
        Instant nextNoon = START.plus(Duration.ofHours(25));

        new Run(START).past(DAYS).liveUntil(nextNoon);

        assertThat(sent()).isEqualTo(sorted(all(TODAY.minusDays(2), TODAY.plusDays(1), nextNoon)));
    }

    @Test
    void theNextStartFillsTheGapAndSendsNothingTwice() {
        // given
        Instant stop = START.plus(Duration.ofHours(2));
        Instant restart = stop.plus(Duration.ofHours(30));
        new Run(START).past(DAYS).liveUntil(stop);
        // when
        new Run(restart).past(DAYS).liveUntil(restart.plusSeconds(600));
        // then
        assertThat(sent()).isEqualTo(sorted(all(TODAY.minusDays(2), TODAY.plusDays(1), restart.plusSeconds(600))));
    }

    @Test
    void casesOfDaysThatHaveLeftTheWindowAreFinished() {
        // given
        Instant restart = START.plus(Duration.ofDays(7));
        new Run(START).past(DAYS);
        // when
        Instant end = restart.plus(Duration.ofDays(2));
        new Run(restart).past(DAYS).liveUntil(end);
        // then: no day between was ever begun
        List<CityEvent> expected = Stream.concat(
                        all(TODAY.minusDays(2), TODAY, end).stream(),
                        all(TODAY.plusDays(5), TODAY.plusDays(9), end).stream())
                .toList();
        assertThat(sent()).isEqualTo(sorted(expected));
    }

    @Test
    void aDayIsForgottenOnceNothingOfItIsLeft() {
        // given
        new Run(START).past(DAYS);
        List<CityEvent> begun = all(TODAY, TODAY, Instant.MAX);
        Instant last = begun.get(begun.size() - 1).sentAt();
        // when
        Run before = new Run(last.minusSeconds(1)).past(1);
        Run after = new Run(last).past(1);
        // then
        assertThat(before.marks.sent(TODAY)).contains(last.minusSeconds(1));
        assertThat(after.marks.sent(TODAY)).isEmpty();
        assertThat(DayMarks.open(data, 5L, 1, TODAY).sent(TODAY)).isEmpty();
    }

    @Test
    void aDayThatWasBrokenOffIsSentAtTheNextStart() {
        // given
        DayMarks marks = DayMarks.open(data, 5L, 1, TODAY);
        Iterator<Boolean> once = List.of(true, false).iterator();
        new HistoryFeed(new PastEvents(CITY, marks, START), new UpcomingEvents(CITY, TODAY), sender)
                .load(TODAY.minusDays(1), once::next);
        assertThat(marks.sent(TODAY.minusDays(1))).isEmpty();
        // when
        new Run(START).past(2);
        // then
        assertThat(new HashSet<>(sent())).containsAll(sorted(all(TODAY.minusDays(1), TODAY, START)));
    }

    @Test
    void aStartAfterAnInterruptedOneLoadsTheDaysThatAreMissing() {
        // given
        new Run(START).past(2).liveUntil(START.plusSeconds(60));
        int before = sender.taken().size();
        // when
        Instant restart = START.plusSeconds(120);
        new Run(restart).past(DAYS).liveUntil(restart);
        // then
        assertThat(sent()).isEqualTo(sorted(all(TODAY.minusDays(2), TODAY, restart)));
        List<String> second =
                names(sender.taken()).subList(before, sender.taken().size());
        assertThat(new HashSet<>(second)).containsAll(names(all(TODAY.minusDays(2), TODAY.minusDays(2), restart)));
    }
}
