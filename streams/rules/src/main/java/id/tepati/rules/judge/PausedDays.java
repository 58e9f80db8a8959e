package id.tepati.rules.judge;

import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.clock.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The days that a pause takes out of a promise of days: the day of return and the day of resubmission do not count, nor
 * does any between them. A pause without length takes out none.
 */
final class PausedDays implements Predicate<LocalDate> {
    private final List<Span> spans;

    private record Span(LocalDate first, LocalDate last) {
        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    /** Takes gaps that are over. */
    PausedDays(List<Gap> gaps, WorkCalendar calendar) {
        spans = gaps.stream()
                .filter(gap -> !gap.from().equals(endOf(gap)))
                .map(gap -> new Span(calendar.dateOf(gap.from()), calendar.dateOf(endOf(gap))))
                .toList();
    }

    @Override
    public boolean test(LocalDate date) {
        return spans.stream().anyMatch(span -> span.contains(date));
    }

    private static Instant endOf(Gap gap) {
        return Objects.requireNonNull(gap.to(), "only gaps that are over take days out");
    }
}
