package id.tepati.standalone.demo.city;

import id.tepati.rules.Stage;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long work takes: so much of what was promised for it, inside opening hours. Results in whole seconds. */
final class WorkDuration {
    /** So many working days are thought of where nothing, or no number, was promised. */
    private static final int UNSAID = 2;

    private static final double SAME_DAY = 0.5;
    private static final Duration LEAST = Duration.ofSeconds(40);

    private WorkDuration() {}

    /**
     * When the work on a clock is done.
     *
     * @param share how much of the promised time it takes; above 1 it is late
     */
    static Instant done(Terms terms, ClockKind clock, Instant start, double share, SeededRandom dice) {
        Within within = terms.governing(clock, Stage.MAIN, start)
                .map(governing -> governing.promise().within())
                .orElse(new Within.Unknown());
        return within.accept(new Ending(terms.calendar(), start, share, dice)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Some time within the opening hours of the n-th working day after an instant. */
    static Instant onWorkingDay(WorkCalendar calendar, Instant start, int n, SeededRandom dice) {
        LocalDate day =
                calendar.workingDay(calendar.dateOf(start), n, date -> false).earliest();
        Duration open = calendar.openTimeBetween(calendar.startOf(day), calendar.endOf(day));
        return open(calendar, calendar.startOf(day), times(open, dice.fraction()))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** When so much of a promise has been used from a start on. */
    private record Ending(WorkCalendar calendar, Instant start, double share, SeededRandom dice)
            implements Within.Visitor<Instant> {
        @Override
        public Instant wallTime(Duration amount) {
            return start.plus(times(amount, share));
        }

        @Override
        public Instant officeTime(Duration amount) {
            return open(calendar, start, times(amount, share));
        }

        @Override
        public Instant workingDays(int amount) {
            return amount * share < SAME_DAY
                    ? open(calendar, start, times(Duration.ofHours(1 + 2L * amount), share))
                    : onWorkingDay(calendar, start, (int) Math.ceil(amount * share), dice);
        }

        @Override
        public Instant calendarDays(int amount) {
            return start.plus(times(Duration.ofDays(amount), share));
        }

        @Override
        public Instant stated() {
            return workingDays(UNSAID);
        }

        @Override
        public Instant unknown() {
            return workingDays(UNSAID);
        }
    }

    private static Instant open(WorkCalendar calendar, Instant start, Duration amount) {
        return calendar.addOpenTime(start, amount.compareTo(LEAST) < 0 ? LEAST : amount)
                .earliest();
    }

    private static Duration times(Duration amount, double share) {
        return Duration.ofSeconds(Math.round(amount.toSeconds() * share));
    }
}
