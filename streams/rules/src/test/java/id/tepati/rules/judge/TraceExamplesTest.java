package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.catalogue.Terms.Basis;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.GapKind;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trace tells, line by line. */
class TraceExamplesTest {

    @Test
    void aPromiseOfDaysTellsEveryDay() {
        Scene scene = Scene.promising(ClockKind.COMPLETION, "2wd")
                .events("accepted 11-20 09:00; returned 11-23 10:00; resubmitted 11-24 10:00; decided 11-27 09:00");

        Trace trace = Trace.of(scene.verdict(ClockKind.COMPLETION, "12-31 00:00"));

        // Sat and Sun closed, 23 and 24 paused, 25 a holiday, 26 and 27 count
        assertThat(trace.steps().subList(0, 3))
                .containsExactly(
                        new TraceStep.Started(
                                EventType.APPLICATION_ACCEPTED, scene.at("11-20 09:00"), Scene.date("11-20")),
                        new TraceStep.Governed(Basis.STANDARD, "*/*", 1, "SK 1", new Within.WorkingDays(2)),
                        new TraceStep.CountedBy(Scene.OFFICE, List.of(1), ZoneId.of("Asia/Jakarta")));
        assertThat(trace.steps().subList(3, 11).stream().map(TraceExamplesTest::told))
                .containsExactly(
                        "11-20 START_DAY 0",
                        "11-21 CLOSED 0",
                        "11-22 CLOSED 0",
                        "11-23 PAUSED 0",
                        "11-24 PAUSED 0",
                        "11-25 HOLIDAY libur 0",
                        "11-26 COUNTED 1",
                        "11-27 COUNTED 2");
        assertThat(trace.steps().subList(11, 13))
                .containsExactly(
                        new TraceStep.DueAt(
                                scene.at("11-28 00:00"),
                                Scene.date("11-27"),
                                id.tepati.rules.calendar.Certainty.OFFICIAL),
                        new TraceStep.Reached(Outcome.ON_TIME, scene.at("11-27 09:00"), Scene.date("11-27")));
    }

    private static String told(TraceStep step) {
        TraceStep.Days days = (TraceStep.Days) step;
        String note = days.note().isEmpty() ? "" : days.note() + " ";
        return days.from().toString().substring(5) + " " + days.reason() + " " + note + days.total();
    }

    @Test
    void aPromiseOfOfficeTimeTellsEveryStretchAndWhatStoodBetween() {
        Scene scene = Scene.promising(ClockKind.COMPLETION, "10oh")
                .events("accepted 11-16 15:00; returned 11-17 10:00; resubmitted 11-17 11:00");

        Trace trace = Trace.of(scene.verdict(ClockKind.COMPLETION, "11-17 12:00"));

        // 1 h, 2 h before the pause, 5 h after it, 2 h of Wednesday
        assertThat(trace.steps().subList(3, 8))
                .containsExactly(
                        stretch(scene, "11-16 15:00", "11-16 16:00", 1, 1),
                        stretch(scene, "11-17 08:00", "11-17 10:00", 2, 3),
                        new TraceStep.StoodStill(GapKind.PAUSE, scene.at("11-17 10:00"), scene.at("11-17 11:00")),
                        stretch(scene, "11-17 11:00", "11-17 16:00", 5, 8),
                        stretch(scene, "11-18 08:00", "11-18 10:00", 2, 10));
        assertThat(Counted.time(trace)).hasHours(10);
    }

    private static TraceStep stretch(Scene scene, String from, String to, int hours, int total) {
        return new TraceStep.Stretch(scene.at(from), scene.at(to), Duration.ofHours(hours), Duration.ofHours(total));
    }

    @Test
    void veryLongCountsAreShortenedAndStillAddUp() {
        Trace days = trace("3000wd");
        Trace time = trace("9000oh");

        assertThat(Counted.days(days)).isEqualTo(3000);
        assertThat(days.steps())
                .hasSizeLessThan(300)
                .anySatisfy(step -> assertThat(step)
                        .isInstanceOfSatisfying(
                                TraceStep.Days.class,
                                line -> assertThat(line.reason()).isEqualTo(DayReason.MIXED)));
        assertThat(Counted.time(time)).hasHours(9000);
        assertThat(time.steps()).hasSizeLessThan(300);
    }

    private static Trace trace(String within) {
        return Trace.of(Scene.promising(ClockKind.COMPLETION, within)
                .events("accepted 11-16 09:00")
                .verdict(ClockKind.COMPLETION, "11-16 10:00"));
    }

    @Test
    void whatCannotBeCountedIsSaid() {
        Scene unknown = Scene.promising(ClockKind.COMPLETION, "5wd")
                .calendar(1, "", LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-20"))
                .events("accepted 11-16 09:00");

        // 17 to 20 count, the fifth is Saturday at the earliest
        assertThat(Trace.of(unknown.verdict(ClockKind.COMPLETION, "11-16 10:00"))
                        .steps())
                .contains(new TraceStep.NotKnown(unknown.at("11-22 00:00")))
                .filteredOn(TraceStep.Days.class::isInstance)
                .hasSize(5);
        assertThat(Trace.of(Scene.ofJakarta()
                                .events("accepted 11-16 09:00")
                                .verdict(ClockKind.COMPLETION, "11-16 10:00"))
                        .steps())
                .contains(
                        new TraceStep.Governed(Basis.NO_STANDARD, null, 0, null, new Within.Unknown()),
                        new TraceStep.NoNumber());
    }
}
