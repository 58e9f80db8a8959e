package id.tepati.rules.judge;

import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.DayReach;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import id.tepati.rules.event.PromisedAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a promise is used up, its due (jatuh tempo): the arithmetic of each unit of time, where the day of the start and
 * those of {@link PausedDays} do not count. Only gaps that are over are given; a clock inside a gap has no due instant,
 * except for a stated one, which no pause moves.
 */
final class DueDates implements Within.Visitor<Due> {
    private final ClockRun run;
    private final WorkCalendar calendar;
    private final List<Gap> gaps;

    private DueDates(ClockRun run, WorkCalendar calendar, Instant known) {
        this.run = run;
        this.calendar = calendar;
        this.gaps = run.gapsOverBy(known);
    }

    /** The due of a run under a promise, moved by the gaps that were over by an instant. */
    static Due of(ClockRun run, Within within, WorkCalendar calendar, Instant known) {
        return within.accept(new DueDates(run, calendar, known));
    }

    @Override
    public Due wallTime(Duration amount) {
        return reached(Pace.wall().reach(run.start(), gaps, amount));
    }

    @Override
    public Due officeTime(Duration amount) {
        return reached(Pace.office(calendar).reach(run.start(), gaps, amount));
    }

    @Override
    public Due workingDays(int amount) {
        return day(calendar.workingDay(calendar.dateOf(run.start()), amount, new PausedDays(gaps, calendar)));
    }

    @Override
    public Due calendarDays(int amount) {
        return day(calendar.calendarDay(calendar.dateOf(run.start()), amount, new PausedDays(gaps, calendar)));
    }

    @Override
    public Due stated() {
        PromisedAt promisedAt = run.promisedAt();
        return promisedAt == null
                ? new Due.None()
                : promisedAt.either(
                        instant -> new Due.At(instant, null, Certainty.OFFICIAL),
                        day -> endOf(day, Certainty.OFFICIAL));
    }

    @Override
    public Due unknown() {
        return new Due.None();
    }

    private static Due reached(Reach reach) {
        return reach.either((instant, certainty) -> new Due.At(instant, null, certainty), Due.BeyondCalendar::new);
    }

    private Due day(DayReach reach) {
        return reach.either(this::endOf, earliest -> new Due.BeyondCalendar(calendar.endOf(earliest)));
    }

    private Due endOf(LocalDate day, Certainty certainty) {
        return new Due.At(calendar.endOf(day), day, certainty);
    }
}
