package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.City;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says on the console how far the demo is. Used by one thread. */
final class DemoProgress {
    private final PrintStream out;
    private final Clock clock;
    private final Instant begun;
    private int days;
    private long total;
    private long gap;
    private boolean shown;

    DemoProgress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    void begins(City city, int howManyDays) {
        days = howManyDays;
        out.printf(
                Locale.ROOT,
                "Kota Tirtamaya is invented: %d units, seed %d. Its last %d days come in, the newest first.%n",
                city.offices().size(),
                city.seed(),
                days);
    }

    /**
     * One date is through.
     *
     * @param known whether it had been sent at an earlier start, so that only the gap was missing
     */
    void sent(int number, LocalDate date, boolean known, int events) {
        total += events;
        if (known) {
            gap += events;
            return;
        }
        out.printf(
                Locale.ROOT,
                "  day %2d/%d  %s %s %,7d events %,9d in all %5.0f s%n",
                number,
                days,
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                date,
                events,
                total,
                seconds());
    }

    /** Cases of dates that were sent at an earlier start, and are not of the last ones any more, went on. */
    void finished(int events) {
        total += events;
        gap += events;
    }

    /** Looks whether there are figures yet, and says so once. */
    boolean look(HttpEventSender sender) {
        if (!shown && sender.hasFigures(City.ROOT)) {
            shown = true;
            out.printf(Locale.ROOT, "First figures after %.1f s.%n", seconds());
        }
        return shown;
    }

    void isComplete() {
        if (gap > 0) {
            out.printf(Locale.ROOT, "Went on where it was: %,d events since the last stop.%n", gap);
        }
        out.printf(
                Locale.ROOT,
                "The past is complete after %.0f s. Now events come as they happen; Ctrl-C stops, the next start goes"
                        + " on.%n",
                seconds());
    }

    void fails(RuntimeException e) {
        System.err.println("tepati: the demo sends no more events: " + e.getMessage());
    }

    private double seconds() {
        return Duration.between(begun, clock.instant()).toMillis() / 1e3;
    }
}
