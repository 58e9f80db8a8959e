package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What the calendar says of one date.
 *
 * @param windows in order of opening; none on a closed or unknown day
 * @param note name of the special day or season that made it so, else empty
 */
public record CalendarDay(LocalDate date, Certainty certainty, List<Window> windows, String note) {

    /** Checks that nothing is claimed of an unknown day. */
    public CalendarDay {
        windows = Window.sorted(windows);
        if (certainty == Certainty.UNKNOWN && !windows.isEmpty()) {
            throw new IllegalArgumentException("an unknown day has no windows: " + date);
        }
    }

    /** Whether the date has at least one open window. */
    public boolean isWorkingDay() {
        return !windows.isEmpty();
    }
}
