package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.ClockRow;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What queries filter, sort and count a clock by; the rest stays in the bytes of its case. Numbers instead of objects,
 * since there are as many of these as clocks in the city. Immutable.
 */
public final class HeldClock {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;

    private final String clock;
    private final @Nullable String stage;
    private final String service;
    private final @Nullable String promise;
    private final Outcome outcome;
    private final boolean open;
    private final short cycle;
    private final int startDay;
    private final long start;
    private final long verdictDay;
    private final long end;
    private final long due;
    private final long atRiskFrom;
    private final long seconds;
    private final long used;

    private HeldClock(ClockRow row, UnaryOperator<String> names) {
        clock = names.apply(row.clock());
        stage = row.stage() == null ? null : names.apply(row.stage());
        service = names.apply(row.service());
        promise = row.promise() == null ? null : names.apply(row.promise());
        outcome = WireName.parse(Outcome.class, row.outcome());
        open = row.open();
        cycle = (short) row.cycle();
        startDay = Math.toIntExact(row.startDay().toEpochDay());
        start = micros(row.start());
        verdictDay = row.verdictDay() == null ? NEVER : row.verdictDay().toEpochDay();
        end = micros(row.end());
        due = micros(row.due());
        atRiskFrom = micros(row.atRiskFrom());
        seconds = row.seconds() == null ? NEVER : row.seconds();
        used = row.used() == null ? NEVER : row.used();
    }

    /**
     * Takes what is needed of a row.
     *
     * @param names gives every equal name as one object
     * @throws IllegalArgumentException where the outcome is none that this version knows
     */
    static HeldClock of(ClockRow row, UnaryOperator<String> names) {
        return new HeldClock(row, names);
    }

    /** Id of the clock. */
    public String clock() {
        return clock;
    }

    /** The stage of the visit; null for {@code main} and for clocks without stages. */
    public @Nullable String stage() {
        return stage;
    }

    /** Id of the service. */
    public String service() {
        return service;
    }

    /** Name of the promise; null where no standard names the clock, which then counts in no figure. */
    public @Nullable String promise() {
        return promise;
    }

    /** How it stands. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether it has not ended; a late one may be open still. */
    public boolean isOpen() {
        return open;
    }

    /** Which cycle of the clock it is, from 1. */
    public int cycle() {
        return cycle;
    }

    /** When it started. */
    public Instant start() {
        return instant(start).orElseThrow();
    }

    /** The local day of its start. */
    public LocalDate startDay() {
        return LocalDate.ofEpochDay(startDay);
    }

    /** The local day that its verdict counts on. */
    public Optional<LocalDate> verdictDay() {
        return verdictDay == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(verdictDay));
    }

    /** When it ended. */
    public Optional<Instant> end() {
        return instant(end);
    }

    /** When its promise ends. */
    public Optional<Instant> due() {
        return instant(due);
    }

    /** From when it is at risk if nothing happens. */
    public Optional<Instant> atRiskFrom() {
        return instant(atRiskFrom);
    }

    /** Whether it is open, not late, and past the instant from which it is at risk. */
    public boolean isAtRisk(Instant now) {
        return open && outcome == Outcome.OPEN && atRiskFrom != NEVER && atRiskFrom <= micros(now);
    }

    /** Seconds from start to stop, less pauses; empty unless what the clock is for was done. */
    public OptionalLong seconds() {
        return seconds == NEVER ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    /** Share of the promise used at the stop, in ten-thousandths. */
    public OptionalLong used() {
        return used == NEVER ? OptionalLong.empty() : OptionalLong.of(used);
    }

    /** Not by {@link ChronoUnit#between}, which counts nanoseconds and knows only the years 1677 to 2262. */
    private static long micros(@Nullable Instant instant) {
        return instant == null
                ? NEVER
                : Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), MICROS_A_SECOND),
                        instant.getNano() / NANOS_A_MICRO);
    }

    private static Optional<Instant> instant(long micros) {
        return micros == NEVER ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
