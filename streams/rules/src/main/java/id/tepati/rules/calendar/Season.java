package id.tepati.rules.calendar;

import java.time.LocalDate;

/** A stretch of dates, both included, in which another week replaces the ordinary one, such as Ramadan. */
public record Season(String name, LocalDate from, LocalDate to, WeekPattern week) {

    /** Checks that the season does not end before it begins. */
    public Season {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("season " + name + " ends on " + to + ", before it begins on " + from);
        }
    }

    /** Whether the date lies in the season. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean overlaps(Season other) {
        return !to.isBefore(other.from) && !other.to.isBefore(from);
    }
}
