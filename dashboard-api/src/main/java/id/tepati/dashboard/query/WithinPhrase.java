package id.tepati.dashboard.query;

import id.tepati.rules.catalog.Within;
import java.time.Duration;

/** The amount of a promise as the catalogue's files write it. */
final class WithinPhrase {
    private WithinPhrase() {}

    static String of(Within within) {
        if (within instanceof Within.WallTime wall) {
            return time(wall.amount(), "");
        }
        if (within instanceof Within.OfficeTime office) {
            return time(office.amount(), "office-");
        }
        if (within instanceof Within.WorkingDays days) {
            return days.amount() + " working-days";
        }
        if (within instanceof Within.CalendarDays days) {
            return days.amount() + " calendar-days";
        }
        return within instanceof Within.Stated ? "stated" : "unknown";
    }

    private static String time(Duration amount, String prefix) {
        return amount.toMinutesPart() == 0
                ? amount.toHours() + " " + prefix + "hours"
                : amount.toMinutes() + " " + prefix + "minutes";
    }
}
