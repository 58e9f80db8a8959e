package id.tepati.rules.judge;

import id.tepati.rules.calendar.CalendarDay;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockRun;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Numbers beside a verdict: how long it took, how much of the promise that was, and when it comes to be at risk. */
public final class Figures {
    /** A whole promise in the unit of {@link #usedShare}. */
    public static final long WHOLE = 10_000;

    /** From this share of the promise on, an open clock is at risk (menjelang jatuh tempo): 80 %, a policy. */
    private static final int AT_RISK_NUMERATOR = 4;

    private static final int AT_RISK_DENOMINATOR = 5;

    private Figures() {}

    /** Wall time from start to stop less pauses and closed gaps; empty unless stopped. */
    public static Optional<Duration> duration(Verdict verdict) {
        ClockEnd end = verdict.run().end();
        return end == null || end.cancelled()
                ? Optional.empty()
                : Optional.of(verdict.run().elapsed(end.at()));
    }

    /**
     * The share of the promise that was used up at the stop, in ten-thousandths, rounded down: wall or office time
     * over the amount, counted days over their number, for a stated promise wall time over start-to-due. Empty unless
     * stopped, where no promise has a number, and while the calendar to count by is awaited.
     */
    public static OptionalLong usedShare(Verdict verdict) {
        ClockRun run = verdict.run();
        boolean awaiting = verdict.outcome() == Outcome.AWAITING_CALENDAR;
        if (!run.isStopped() || verdict.governing() == null || awaiting) {
            return OptionalLong.empty();
        }
        Instant stop = Objects.requireNonNull(run.end()).at();
        Within within = verdict.governing().promise().within();
        WorkCalendar calendar = verdict.terms().calendar();
        if (within instanceof Within.WallTime wall) {
            return share(Pace.wall().used(run, stop), wall.amount());
        }
        if (within instanceof Within.OfficeTime office) {
            return share(Pace.office(calendar).used(run, stop), office.amount());
        }
        if (within instanceof Within.WorkingDays days) {
            return OptionalLong.of(countedDays(run, stop, calendar, true) * WHOLE / days.amount());
        }
        if (within instanceof Within.CalendarDays days) {
            return OptionalLong.of(countedDays(run, stop, calendar, false) * WHOLE / days.amount());
        }
        return within instanceof Within.Stated && verdict.due() instanceof Due.At due
                ? share(Duration.between(run.start(), stop), Duration.between(run.start(), due.instant()))
                : OptionalLong.empty();
    }

    private static OptionalLong share(Duration part, Duration whole) {
        long micros = micros(whole);
        // beyond 64 bits for a promise of thirty years, such as one stated for 9999-12-31
        return micros <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(BigInteger.valueOf(micros(part))
                        .multiply(BigInteger.valueOf(WHOLE))
                        .divide(BigInteger.valueOf(micros))
                        .longValueExact());
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1000);
    }

    private static long countedDays(ClockRun run, Instant stop, WorkCalendar calendar, boolean workingOnly) {
        Predicate<LocalDate> paused = DueDates.touchedBy(run.gapsOverBy(stop), calendar);
        LocalDate first = calendar.dateOf(run.start()).plusDays(1);
        LocalDate last = calendar.dateOf(stop);
        return first.isAfter(last)
                ? 0
                : first.datesUntil(last.plusDays(1))
                        .filter(date -> !paused.test(date))
                        .filter(date -> !workingOnly || calendar.day(date).isWorkingDay())
                        .count();
    }

    /**
     * When an open clock comes to be at risk: from 80 % of its promise on, measured in the promise's own unit; for a
     * day promise from the first opening of the last day, else its 00:00. Empty for clocks that are not open, have no
     * due instant, or are late.
     */
    public static Optional<Instant> atRiskFrom(Verdict verdict) {
        if (verdict.outcome() != Outcome.OPEN
                || verdict.governing() == null
                || !(verdict.due() instanceof Due.At due)) {
            return Optional.empty();
        }
        WorkCalendar calendar = verdict.terms().calendar();
        if (due.day() != null) {
            return Optional.of(firstOpening(due.day(), calendar));
        }
        return Optional.of(
                fourFifthsUsed(verdict.run(), verdict.governing().promise().within(), calendar, due.instant()));
    }

    private static Instant fourFifthsUsed(ClockRun run, Within within, WorkCalendar calendar, Instant due) {
        Reach reach = new Reach.At(due, Certainty.OFFICIAL);
        if (within instanceof Within.WallTime wall) {
            reach = Pace.wall().reach(run.start(), run.gapsOverBy(due), fourFifths(wall.amount()));
        } else if (within instanceof Within.OfficeTime office) {
            reach = Pace.office(calendar).reach(run.start(), run.gapsOverBy(due), fourFifths(office.amount()));
        } else if (run.start().isBefore(due)) {
            reach = Pace.wall().add(run.start(), fourFifths(Duration.between(run.start(), due)));
        }
        return reach instanceof Reach.At reached ? reached.instant() : due;
    }

    private static Instant firstOpening(LocalDate day, WorkCalendar calendar) {
        CalendarDay known = calendar.day(day);
        return known.isWorkingDay() ? calendar.at(day, known.windows().get(0).fromSecond()) : calendar.startOf(day);
    }

    private static Duration fourFifths(Duration whole) {
        return whole.multipliedBy(AT_RISK_NUMERATOR).dividedBy(AT_RISK_DENOMINATOR);
    }
}
