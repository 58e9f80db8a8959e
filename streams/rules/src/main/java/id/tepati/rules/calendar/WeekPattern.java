package id.tepati.rules.calendar;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The ordinary opening windows of each day of the week; a day that is absent is closed. */
public record WeekPattern(Map<DayOfWeek, List<Window>> days) {

    /** A week without any window. */
    public static final WeekPattern CLOSED = new WeekPattern(Map.of());

    /**
     * Sorts the windows of each day and drops days without any, so that equal weeks are equal records.
     *
     * @throws IllegalArgumentException where two windows of a day overlap
     */
    public WeekPattern {
        Map<DayOfWeek, List<Window>> open = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                open.put(day, Window.sorted(windows));
            }
        });
        days = Collections.unmodifiableMap(open);
    }

    /** The windows of a day of the week in order, none where it is closed. */
    public List<Window> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** Whether no day of the week has a window. */
    public boolean isEmpty() {
        return days.isEmpty();
    }
}
