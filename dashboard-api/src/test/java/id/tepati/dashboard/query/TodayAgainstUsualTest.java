package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** It is Monday 23 November 2026, 10:10. Before were Monday 16, 9 and 2 November and 26 October. */
final class TodayAgainstUsualTest {
    private final ModelFixture city = new ModelFixture();
    private int number;

    private void finished(String... ends) {
        for (String end : ends) {
            city.ktp(MELATI, "C-" + number++, "2026-10-23T09:00").decided(end);
        }
        city.publish();
    }

    private TodayAgainstUsual.Answer answer() {
        return new TodayAgainstUsual().answer(city.model(), MAWAR, true, at("2026-11-23T10:10"));
    }

    private static TodayAgainstUsual.Point of(TodayAgainstUsual.Answer answer, String from) {
        return answer.points().stream()
                .filter(point -> point.from().equals(from))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsTodayByHalfHours() {
        finished("2026-11-23T08:05", "2026-11-23T08:29", "2026-11-23T08:30", "2026-11-23T09:59");
        finished("2026-11-16T10:40");
        city.ktp(KENANGA, "D-1", "2026-11-23T08:00").decided("2026-11-23T08:40");
        city.publish();

        TodayAgainstUsual.Answer answer = answer();

        assertThat(answer.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(answer.points())
                .extracting(TodayAgainstUsual.Point::from)
                .containsExactly("08:00", "08:30", "09:00", "09:30", "10:00", "10:30");
        assertThat(of(answer, "08:00")).isEqualTo(new TodayAgainstUsual.Point("08:00", 2L, 2L, 2L, 0.0));
        assertThat(of(answer, "08:30")).isEqualTo(new TodayAgainstUsual.Point("08:30", 2L, 1L, 4L, 0.0));
        assertThat(of(answer, "09:30")).isEqualTo(new TodayAgainstUsual.Point("09:30", 1L, 1L, 5L, 0.0));
        assertThat(of(answer, "10:00")).isEqualTo(new TodayAgainstUsual.Point("10:00", 0L, 0L, 5L, 0.0));
        assertThat(of(answer, "10:30")).isEqualTo(new TodayAgainstUsual.Point("10:30", null, null, null, 1.0));
    }

    /** Up to 09:00 there were 1, 3 and 0: the median is 1; up to 11:30 1, 3 and 2: it is 2. */
    @Test
    void takesTheMedianOfTheSameWeekday() {
        finished("2026-11-16T08:10");
        finished("2026-11-09T08:10", "2026-11-09T08:20", "2026-11-09T08:50");
        finished("2026-11-02T11:00", "2026-11-02T11:10");

        TodayAgainstUsual.Answer answer = answer();

        assertThat(answer.usualFrom())
                .containsExactly(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
        assertThat(of(answer, "08:30").usual()).isEqualTo(1.0);
        assertThat(of(answer, "11:00").usual()).isEqualTo(2.0);
    }

    @Test
    void halvesBetweenTheTwoInTheMiddle() {
        finished("2026-11-16T08:10");
        finished("2026-11-09T08:10", "2026-11-09T08:20");

        assertThat(of(answer(), "08:00").usual()).isEqualTo(1.5);
    }

    @Test
    void leavesOutOtherDaysAndCasesThatFellAway() {
        finished("2026-11-20T08:10", "2026-11-17T08:10");
        city.ktp(MELATI, "W-1", "2026-11-23T08:00").withdrawn("2026-11-23T08:40");
        city.ktp(MELATI, "O-1", "2026-11-23T08:00");
        city.publish();

        TodayAgainstUsual.Answer answer = answer();

        assertThat(answer.usualFrom()).isEmpty();
        assertThat(answer.points()).isEmpty();
    }

    /** Three of Sunday end at midnight, whether anything was promised of the waiting or not. */
    @ParameterizedTest
    @MethodSource("waitingPromised")
    void leavesOutTicketsThatNobodyServed(Promise... promised) {
        ModelFixture counter = new ModelFixture(ModelFixture.catalogue("08:00-16:00", promised));
        counter.ticket(MELATI, "A001", "2026-11-23T08:00").abandoned("2026-11-23T08:05");
        counter.ticket(MELATI, "A002", "2026-11-22T08:00").abandoned("2026-11-22T08:05");
        counter.ticket(MELATI, "A003", "2026-11-22T08:00");
        counter.ticket(MELATI, "A004", "2026-11-23T08:00")
                .called("2026-11-23T08:05")
                .served("2026-11-23T08:40");
        counter.publish();

        TodayAgainstUsual.Answer answer =
                new TodayAgainstUsual().answer(counter.model(), MAWAR, true, at("2026-11-23T10:10"));

        assertThat(answer.points())
                .extracting(TodayAgainstUsual.Point::from, TodayAgainstUsual.Point::finished)
                .containsExactly(tuple("08:30", 1L));
    }

    static List<Arguments> waitingPromised() {
        return List.of(
                promised(),
                promised(new Within.Unknown()),
                promised(new Within.WallTime(Duration.ofMinutes(10))),
                promised(new Within.WallTime(Duration.ofDays(2))));
    }

    private static Arguments promised(Within... waiting) {
        return Arguments.of((Object) Arrays.stream(waiting)
                .map(within -> new Promise(ClockKind.WAITING, within, null))
                .toArray(Promise[]::new));
    }

    @Test
    void looksAtTheUnitAloneUnlessAsked() {
        finished("2026-11-23T08:05");

        TodayAgainstUsual.Answer alone =
                new TodayAgainstUsual().answer(city.model(), MAWAR, false, at("2026-11-23T10:10"));
        TodayAgainstUsual.Answer everywhere =
                new TodayAgainstUsual().answer(city.model(), null, false, at("2026-11-23T10:10"));

        assertThat(alone.points()).isEmpty();
        assertThat(of(everywhere, "08:00").total()).isEqualTo(1);
    }

    @Test
    void countsAnewOnceAMinute() {
        TodayAgainstUsual course = new TodayAgainstUsual();
        course.answer(city.model(), MAWAR, true, at("2026-11-23T10:10"));
        finished("2026-11-23T08:05");

        TodayAgainstUsual.Answer sameMinute =
                course.answer(city.model(), MAWAR, true, at("2026-11-23T10:10").plusSeconds(59));
        TodayAgainstUsual.Answer nextMinute = course.answer(city.model(), MAWAR, true, at("2026-11-23T10:11"));

        assertThat(sameMinute.points()).isEmpty();
        assertThat(of(nextMinute, "08:00").total()).isEqualTo(1);
    }
}
