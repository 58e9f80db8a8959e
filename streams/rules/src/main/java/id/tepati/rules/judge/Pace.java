package id.tepati.rules.judge;

import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How the time of a promise passes: around the clock, or only while the office is open. Never inside a gap. */
interface Pace {
    /** Time passed between two instants without a gap. */
    Duration between(Instant from, Instant to);

    /** How far the time between two instants is known. */
    Certainty certaintyBetween(Instant from, Instant to);

    /** When so much more time (above zero) has passed, if no gap comes. */
    Reach add(Instant from, Duration amount);

    /** Around the clock. */
    static Pace wall() {
        return new Pace() {
            @Override
            public Duration between(Instant from, Instant to) {
                return Duration.between(from, to);
            }

            @Override
            public Certainty certaintyBetween(Instant from, Instant to) {
                return Certainty.OFFICIAL;
            }

            @Override
            public Reach add(Instant from, Duration amount) {
                return new Reach.At(from.plus(amount), Certainty.OFFICIAL);
            }
        };
    }

    /** Only while a calendar is open. */
    static Pace office(WorkCalendar calendar) {
        return new Pace() {
            @Override
            public Duration between(Instant from, Instant to) {
                return calendar.openTimeBetween(from, to);
            }

            @Override
            public Certainty certaintyBetween(Instant from, Instant to) {
                return calendar.certaintyBetween(from, to);
            }

            @Override
            public Reach add(Instant from, Duration amount) {
                return calendar.addOpenTime(from, amount);
            }
        };
    }

    /** Time that a run has used by an instant. */
    default Duration used(ClockRun run, Instant until) {
        Duration used = Duration.ZERO;
        Instant from = run.start();
        for (Gap gap : run.gapsOverBy(until)) {
            used = used.plus(between(from, gap.from()));
            from = endOf(gap);
        }
        return used.plus(between(from, until));
    }

    /** When a run that has these gaps has used an amount. Used up right at the start of a gap, it is so at its end. */
    default Reach reach(Instant start, List<Gap> gaps, Duration amount) {
        Instant from = start;
        Duration left = amount;
        Certainty certainty = Certainty.OFFICIAL;
        for (Gap gap : gaps) {
            Reach reach = usedUp(from, left, certainty);
            Certainty passed = certaintyBetween(from, gap.from());
            boolean before = reach instanceof Reach.At at && at.instant().isBefore(gap.from());
            if (before || passed == Certainty.UNKNOWN) {
                return reach;
            }
            certainty = certainty.and(passed);
            left = left.minus(between(from, gap.from()));
            from = endOf(gap);
        }
        return usedUp(from, left, certainty);
    }

    private Reach usedUp(Instant from, Duration left, Certainty before) {
        if (left.isZero()) {
            return new Reach.At(from, before);
        }
        Reach reach = add(from, left);
        return reach instanceof Reach.At at
                ? new Reach.At(at.instant(), at.certainty().and(before))
                : reach;
    }

    private static Instant endOf(Gap gap) {
        return Objects.requireNonNull(gap.to(), "only gaps that are over can be walked");
    }
}
