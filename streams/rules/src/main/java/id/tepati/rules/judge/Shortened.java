package id.tepati.rules.judge;

import id.tepati.rules.calendar.Certainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a trace readable: of very many lines those in the middle are taken together into one, which carries their
 * sum, so that the arithmetic still adds up.
 */
final class Shortened {
    /** So many lines stand in front of the summary and so many after it. */
    static final int KEPT = 100;

    private Shortened() {}

    static List<TraceStep.Days> days(List<TraceStep.Days> lines) {
        if (lines.size() <= 2 * KEPT) {
            return lines;
        }
        List<TraceStep.Days> middle = lines.subList(KEPT, lines.size() - KEPT);
        Certainty certainty = Certainty.OFFICIAL;
        int counted = 0;
        for (TraceStep.Days day : middle) {
            certainty = certainty.and(day.certainty());
            counted += day.counted();
        }
        TraceStep.Days last = middle.get(middle.size() - 1);
        return around(
                lines,
                new TraceStep.Days(
                        middle.get(0).from(), last.to(), DayReason.MIXED, "", certainty, counted, last.total()));
    }

    /** Joins only neighbouring stretches: where the clock stood still is always told. */
    static List<TraceStep> stretches(List<TraceStep> lines) {
        if (lines.size() <= 2 * KEPT) {
            return lines;
        }
        List<TraceStep> joined = new ArrayList<>(lines.subList(0, KEPT));
        for (TraceStep line : lines.subList(KEPT, lines.size() - KEPT)) {
            int end = joined.size() - 1;
            if (end >= KEPT
                    && line instanceof TraceStep.Stretch next
                    && joined.get(end) instanceof TraceStep.Stretch before) {
                Duration counted = before.counted().plus(next.counted());
                joined.set(end, new TraceStep.Stretch(before.from(), next.to(), counted, next.total()));
            } else {
                joined.add(line);
            }
        }
        joined.addAll(lines.subList(lines.size() - KEPT, lines.size()));
        return joined;
    }

    private static <T> List<T> around(List<T> lines, T summary) {
        List<T> shortened = new ArrayList<>(lines.subList(0, KEPT));
        shortened.add(summary);
        shortened.addAll(lines.subList(lines.size() - KEPT, lines.size()));
        return shortened;
    }
}
