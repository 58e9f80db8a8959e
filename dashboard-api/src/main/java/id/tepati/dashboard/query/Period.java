package id.tepati.dashboard.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Local dates, both included.
 *
 * @param from null for since ever
 * @param to null for until whenever
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** All days. */
    public static final Period ALWAYS = new Period(null, null);

    /** Refuses a period that ends before it begins. */
    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins: " + from + " to " + to);
        }
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    LocalDate first() {
        return from == null ? LocalDate.MIN : from;
    }

    LocalDate last() {
        return to == null ? LocalDate.MAX : to;
    }
}
