package id.tepati.rules.judge;

import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The share of a promise that was used up at the stop, measured in the promise's own unit of time: in ten-thousandths,
 * rounded down. Empty where there is no number to measure by.
 */
final class UsedShare implements Within.Visitor<OptionalLong> {
    private final ClockRun run;
    private final Due due;
    private final WorkCalendar calendar;
    private final Instant stop;

    UsedShare(Verdict verdict, Instant stop) {
        this.run = verdict.run();
        this.due = verdict.due();
        this.calendar = verdict.terms().calendar();
        this.stop = stop;
    }

    @Override
    public OptionalLong wallTime(Duration amount) {
        return share(Pace.wall().used(run, stop), amount);
    }

    @Override
    public OptionalLong officeTime(Duration amount) {
        return share(Pace.office(calendar).used(run, stop), amount);
    }

    @Override
    public OptionalLong workingDays(int amount) {
        return share(date -> calendar.day(date).isWorkingDay(), amount);
    }

    @Override
    public OptionalLong calendarDays(int amount) {
        return share(date -> true, amount);
    }

    /** Wall time over the time from start to due. */
    @Override
    public OptionalLong stated() {
        return due instanceof Due.At end
                ? share(Duration.between(run.start(), stop), Duration.between(run.start(), end.instant()))
                : OptionalLong.empty();
    }

    @Override
    public OptionalLong unknown() {
        return OptionalLong.empty();
    }

    private static OptionalLong share(Duration part, Duration whole) {
        long micros = micros(whole);
        // beyond 64 bits for a promise of thirty years, such as one stated for 9999-12-31
        return micros <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(BigInteger.valueOf(micros(part))
                        .multiply(BigInteger.valueOf(Figures.WHOLE))
                        .divide(BigInteger.valueOf(micros))
                        .longValueExact());
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1000);
    }

    /** The days that count by the stop, the day of the start and paused ones not among them, over those promised. */
    private OptionalLong share(Predicate<LocalDate> counts, int promised) {
        PausedDays paused = new PausedDays(run.gapsOverBy(stop), calendar);
        LocalDate first = calendar.dateOf(run.start()).plusDays(1);
        LocalDate last = calendar.dateOf(stop);
        long counted = first.isAfter(last)
                ? 0
                : first.datesUntil(last.plusDays(1))
                        .filter(paused.negate())
                        .filter(counts)
                        .count();
        return OptionalLong.of(counted * Figures.WHOLE / promised);
    }
}
