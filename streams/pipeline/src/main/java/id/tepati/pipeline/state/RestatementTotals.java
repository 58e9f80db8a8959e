package id.tepati.pipeline.state;

import id.tepati.contract.output.Restatement.Counts;
import id.tepati.rules.Times;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one cause, learned on one day, has changed of a settled day so far.
 *
 * @param first when the first of it was learned
 * @param last when the latest of it was learned
 * @param cases how many cases it is of
 */
public record RestatementTotals(Instant first, Instant last, long cases, SortedMap<Line, Change> lines) {
    /** A promise of a service. */
    public record Line(String service, String promise) implements Comparable<Line> {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::service).thenComparing(Line::promise);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What happened to the figure of a line.
     *
     * @param before as it was met first
     * @param delta what was added since, and taken away
     */
    public record Change(Counts before, Counts delta) {}

    /** Takes a copy of the lines. */
    public RestatementTotals {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** One that holds nothing yet. */
    public static RestatementTotals begunAt(Instant learned) {
        return new RestatementTotals(learned, learned, 0, new TreeMap<>());
    }

    /**
     * With one change more.
     *
     * @param met the figure of the line just before it
     */
    public RestatementTotals with(Line line, Counts met, Counts delta, Instant learned) {
        SortedMap<Line, Change> next = new TreeMap<>(lines);
        next.merge(
                line,
                new Change(met, delta),
                (known, more) -> new Change(known.before(), known.delta().plus(delta)));
        return new RestatementTotals(Times.earlier(first, learned), Times.later(last, learned), cases, next);
    }

    /** With one case more. */
    public RestatementTotals withCase() {
        return new RestatementTotals(first, last, cases + 1, lines);
    }
}
