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
        for (Gap gap : gaps) {
            Duration passed = between(from, gap.from());
            if (passed.compareTo(left) > 0) {
                break;
            }
            left = left.minus(passed);
            from = endOf(gap);
        }
        return left.isZero() ? new Reach.At(from, Certainty.OFFICIAL) : add(from, left);
    }

    private static Instant endOf(Gap gap) {
        return Objects.requireNonNull(gap.to(), "only gaps that are over can be walked");
    }
}
