package id.tepati.rules.judge;

import id.tepati.rules.calendar.CalendarDay;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From when an open clock is at risk (menjelang jatuh tempo): from 80 % of its promise on, a policy, measured in the
 * promise's own unit of time. What is due at the end of a day is at risk from the first opening of that day, else
 * from its 00:00.
 */
final class AtRisk implements Within.Visitor<Instant> {
    /** 80 %, so that whole seconds stay exact. */
    private static final int NUMERATOR = 4;

    private static final int DENOMINATOR = 5;

    private final ClockRun run;
    private final WorkCalendar calendar;
    private final Due.At due;

    AtRisk(Verdict verdict, Due.At due) {
        this.run = verdict.run();
        this.calendar = verdict.terms().calendar();
        this.due = due;
    }

    @Override
    public Instant wallTime(Duration amount) {
        return reached(Pace.wall(), amount);
    }

    @Override
    public Instant officeTime(Duration amount) {
        return reached(Pace.office(calendar), amount);
    }

    @Override
    public Instant workingDays(int amount) {
        return onTheLastDay();
    }

    @Override
    public Instant calendarDays(int amount) {
        return onTheLastDay();
    }

    @Override
    public Instant stated() {
        if (due.day() != null) {
            return firstOpening(due.day());
        }
        return run.start().isBefore(due.instant())
                ? run.start().plus(mostOf(Duration.between(run.start(), due.instant())))
                : due.instant();
    }

    @Override
    public Instant unknown() {
        return due.instant();
    }

    private Instant reached(Pace pace, Duration amount) {
        Reach reach = pace.reach(run.start(), run.gapsOverBy(due.instant()), mostOf(amount));
        return reach.either((instant, certainty) -> instant, beyond -> due.instant());
    }

    private Instant onTheLastDay() {
        return due.day() != null ? firstOpening(due.day()) : due.instant();
    }

    private Instant firstOpening(LocalDate day) {
        CalendarDay known = calendar.day(day);
        return known.isWorkingDay() ? calendar.at(day, known.windows().get(0).fromSecond()) : calendar.startOf(day);
    }

    private static Duration mostOf(Duration whole) {
        return whole.multipliedBy(NUMERATOR).dividedBy(DENOMINATOR);
    }
}
