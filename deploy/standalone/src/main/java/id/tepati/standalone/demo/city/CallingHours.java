package id.tepati.standalone.demo.city;

import id.tepati.rules.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When numbers are called on a service day.
 *
 * @param opening first instant
 * @param closing no number is called from then on
 * @param breaks stretches in between without calls
 */
record CallingHours(Instant opening, Instant closing, List<Span> breaks) {
    /** From an instant to before another. */
    record Span(Instant from, Instant to) {
        private boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    /** The hours of these windows, given in their order. */
    static CallingHours of(List<Span> windows) {
        List<Span> breaks = IntStream.range(1, windows.size())
                .mapToObj(i -> new Span(windows.get(i - 1).to(), windows.get(i).from()))
                .toList();
        return new CallingHours(
                windows.get(0).from(), windows.get(windows.size() - 1).to(), breaks);
    }

    /** The first instant not before this one at which a number may be called, if that is on this day. */
    Optional<Instant> next(Instant from) {
        Instant open = Times.later(from, opening);
        Instant afterBreak = breaks.stream()
                .filter(pause -> pause.contains(open))
                .map(Span::to)
                .findFirst()
                .orElse(open);
        return afterBreak.isBefore(closing) ? Optional.of(afterBreak) : Optional.empty();
    }
}
