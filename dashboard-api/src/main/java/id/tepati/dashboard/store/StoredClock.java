package id.tepati.dashboard.store;

import id.tepati.contract.output.ClockRow;
import id.tepati.rules.WireName;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a clock of a case, with what lists and figures need of it. Immutable.
 *
 * @param stage of the visit; null for {@code main} and for clocks without stages
 * @param promise null where no standard names the clock, which then counts in no figure
 * @param open whether it has not ended; a late one may be open still
 * @param atRiskFrom from when it is at risk if nothing happens
 * @param seconds from start to stop, less pauses; null unless what the clock is for was done
 * @param used share of the promise used at the stop, in ten-thousandths
 */
public record StoredClock(
        String clock,
        @Nullable String stage,
        int cycle,
        String service,
        @Nullable String promise,
        Outcome outcome,
        boolean open,
        Instant start,
        LocalDate startDay,
        @Nullable Instant end,
        @Nullable Instant due,
        @Nullable Instant atRiskFrom,
        @Nullable Instant verdictAt,
        @Nullable LocalDate verdictDay,
        @Nullable Long seconds,
        @Nullable Long used) {
    /**
     * Takes what is needed of a row.
     *
     * @throws IllegalArgumentException where the outcome is none that this version knows
     */
    static StoredClock of(ClockRow row) {
        return new StoredClock(
                row.clock(),
                row.stage(),
                row.cycle(),
                row.service(),
                row.promise(),
                WireName.parse(Outcome.class, row.outcome()),
                row.open(),
                row.start(),
                row.startDay(),
                row.end(),
                row.due(),
                row.atRiskFrom(),
                row.verdictAt(),
                row.verdictDay(),
                row.seconds(),
                row.used());
    }

    /** Whether it has not ended. */
    boolean isOpen() {
        return open;
    }

    boolean isLate() {
        return outcome == Outcome.LATE;
    }

    boolean runsAgainstPromise() {
        return open && promise != null;
    }

    /** Whether it is open, not late, and past the instant from which it is at risk. */
    public boolean isAtRisk(Instant now) {
        return open && outcome == Outcome.OPEN && atRiskFrom != null && !atRiskFrom.isAfter(now);
    }

    /** How a case stands that has no other clock running. */
    CaseStanding standing(Instant now) {
        if (isLate()) {
            return CaseStanding.LATE;
        }
        return isAtRisk(now) ? CaseStanding.AT_RISK : CaseStanding.OPEN;
    }

    /** Whether it runs for somebody who came with a number, waiting or served. */
    boolean isAtCounter() {
        return ClockKind.ofId(clock)
                .filter(kind -> kind.family() == EventFamily.TICKET)
                .isPresent();
    }

    /** The day that it counts on: that of its verdict, for what has none that of its start. */
    LocalDate figureDay() {
        return verdictDay == null ? startDay : verdictDay;
    }
}
