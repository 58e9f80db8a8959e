package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.util.List;

/** A date whose windows replace those of its week and season; without windows it is closed. */
public record SpecialDay(LocalDate date, DayKind kind, String name, List<Window> windows) {

    /**
     * Sorts the windows.
     *
     * @throws IllegalArgumentException where the kind does not fit the windows, or two of them overlap
     */
    public SpecialDay {
        windows = Window.sorted(windows);
        if (kind.isOpen() && windows.isEmpty()) {
            throw new IllegalArgumentException("a day of kind " + kind + " needs a window: " + date + " " + name);
        }
        if (!kind.isOpen() && !windows.isEmpty()) {
            throw new IllegalArgumentException("a day of kind " + kind + " has no windows: " + date + " " + name);
        }
    }
}
