package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A calendar day laid on the time line, in microseconds since 1970. Its windows are cut to the day and joined
 * where a skipped hour makes them run into each other, so that no instant is open twice.
 */
final class OpenDay {

    private static final List<Window> WHOLE = List.of(Window.ALL_DAY);

    private final CalendarDay day;
    private final long start;
    private final long end;
    /** Opening and closing instants in turn; the whole day where the day is unknown. */
    private final long[] bounds;

    private OpenDay(CalendarDay day, long start, long end, long[] bounds) {
        this.day = day;
        this.start = start;
        this.end = end;
        this.bounds = bounds;
    }

    static OpenDay of(CalendarDay day, ZoneId zone) {
        long start = micros(day.date(), 0, zone);
        long end = micros(day.date(), Window.DAY_END, zone);
        List<Window> windows = day.certainty() == Certainty.UNKNOWN ? WHOLE : day.windows();
        List<Span> spans = windows.stream()
                .map(window -> new Span(
                        Math.max(start, micros(day.date(), window.fromSecond(), zone)),
                        Math.min(end, micros(day.date(), window.toSecond(), zone))))
                .filter(span -> span.open < span.close)
                .sorted(Comparator.comparingLong(Span::open))
                .toList();
        return new OpenDay(day, start, end, union(spans));
    }

    /** A window on the time line; after a skipped hour it may begin before one that it follows on paper. */
    private record Span(long open, long close) {}

    CalendarDay day() {
        return day;
    }

    /** The 00:00 that begins the day. */
    long start() {
        return start;
    }

    /** The 24:00 that ends the day. */
    long end() {
        return end;
    }

    boolean isUnknown() {
        return day.certainty() == Certainty.UNKNOWN;
    }

    /** Whether it had windows and all of them were over at that instant. */
    boolean isOver(long instant) {
        return bounds.length > 0 && bounds[bounds.length - 1] <= instant;
    }

    /** Open time between two instants; an unknown day has none. */
    long openWithin(long from, long to) {
        return isUnknown() ? 0 : possiblyOpenWithin(from, to);
    }

    /** Open time from an instant to the end of the day, an unknown day taken as open throughout. */
    long possiblyOpenFrom(long from) {
        return possiblyOpenWithin(from, end);
    }

    /** The instant at which so much open time has passed since {@code from}; the day must have as much. */
    long reach(long from, long amount) {
        long left = amount;
        for (int i = 0; i < bounds.length; i += 2) {
            long open = Math.max(from, bounds[i]);
            if (open + left <= bounds[i + 1]) {
                return open + left;
            }
            left -= Math.max(0, bounds[i + 1] - open);
        }
        throw new IllegalStateException(day.date() + " has less open time than was found in it");
    }

    private long possiblyOpenWithin(long from, long to) {
        long sum = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            sum += Math.max(0, Math.min(to, bounds[i + 1]) - Math.max(from, bounds[i]));
        }
        return sum;
    }

    private static long[] union(List<Span> spans) {
        long[] bounds = new long[spans.size() * 2];
        int used = 0;
        for (Span span : spans) {
            if (used > 0 && span.open <= bounds[used - 1]) {
                bounds[used - 1] = Math.max(bounds[used - 1], span.close);
            } else {
                bounds[used++] = span.open;
                bounds[used++] = span.close;
            }
        }
        return Arrays.copyOf(bounds, used);
    }

    private static long micros(LocalDate date, int second, ZoneId zone) {
        return Micros.of(WorkCalendar.resolve(date, second, zone));
    }
}
