package id.tepati.standalone.demo.city;

import id.tepati.rules.Stage;
import id.tepati.rules.calendar.DayReach;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long work takes: so much of what was promised for it, inside opening hours. Results in whole seconds. */
final class Work {
    /** What is thought of where nothing, or no number, was promised. */
    private static final Within UNSAID = new Within.WorkingDays(2);

    private static final double SAME_DAY = 0.5;
    private static final Duration LEAST = Duration.ofSeconds(40);

    private Work() {}

    /**
     * When the work on a clock is done.
     *
     * @param share how much of the promised time it takes; above 1 it is late
     */
    static Instant done(Terms terms, ClockKind clock, Instant start, double share, SeededRandom dice) {
        Within within = terms.governing(clock, Stage.MAIN, start)
                .map(governing -> governing.promise().within())
                .orElse(UNSAID);
        return takes(terms.calendar(), within, start, share, dice).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Some time within the opening hours of the n-th working day after an instant. */
    static Instant onWorkingDay(WorkCalendar calendar, Instant start, int n, SeededRandom dice) {
        DayReach reached = calendar.workingDay(calendar.dateOf(start), n, date -> false);
        LocalDate day = reached instanceof DayReach.At at ? at.date() : ((DayReach.Beyond) reached).earliest();
        Duration open = calendar.openTimeBetween(calendar.startOf(day), calendar.endOf(day));
        return open(calendar, calendar.startOf(day), times(open, dice.fraction()))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant takes(WorkCalendar calendar, Within within, Instant start, double share, SeededRandom dice) {
        if (within instanceof Within.OfficeTime office) {
            return open(calendar, start, times(office.amount(), share));
        }
        if (within instanceof Within.WallTime wall) {
            return start.plus(times(wall.amount(), share));
        }
        if (within instanceof Within.CalendarDays days) {
            return start.plus(times(Duration.ofDays(days.amount()), share));
        }
        int days = within instanceof Within.WorkingDays working ? working.amount() : 2;
        return days * share < SAME_DAY
                ? open(calendar, start, times(Duration.ofHours(1 + 2L * days), share))
                : onWorkingDay(calendar, start, (int) Math.ceil(days * share), dice);
    }

    private static Instant open(WorkCalendar calendar, Instant start, Duration amount) {
        Reach reach = calendar.addOpenTime(start, amount.compareTo(LEAST) < 0 ? LEAST : amount);
        return reach instanceof Reach.At at ? at.instant() : ((Reach.Beyond) reach).earliest();
    }

    private static Duration times(Duration amount, double share) {
        return Duration.ofSeconds(Math.round(amount.toSeconds() * share));
    }
}
