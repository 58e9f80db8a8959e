package id.tepati.standalone.bench;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verdicts by unit, service, promise and local day, as one of the peers counts them. Immutable. */
record DayFigures(SortedMap<String, Counts> counts) {
    /**
     * Of one promise.
     *
     * @param late broken, those still open included
     * @param lateOpen the part of {@code late} that is still open
     */
    record Counts(long onTime, long late, long lateOpen) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(onTime + other.onTime, late + other.late, lateOpen + other.lateOpen);
        }

        /** As somebody counts who sees only what has ended. */
        Counts ended() {
            return new Counts(onTime, late - lateOpen, 0);
        }

        int n() {
            return Math.toIntExact(onTime + late);
        }
    }

    /** Takes a copy, without what counts nothing. */
    DayFigures {
        TreeMap<String, Counts> copy = new TreeMap<>(counts);
        copy.values().removeIf(Counts.NONE::equals);
        counts = Collections.unmodifiableSortedMap(copy);
    }

    static DayFigures of(Map<String, Counts> counts) {
        return new DayFigures(new TreeMap<>(counts));
    }

    /** Where verdicts are counted. */
    static String cell(String unit, String service, String promise, LocalDate day) {
        return String.join("|", unit, service, promise, day.toString());
    }

    /** All together. */
    Counts total() {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** The same without what passed its due and has not ended. */
    DayFigures ended() {
        TreeMap<String, Counts> ended = new TreeMap<>();
        counts.forEach((cell, count) -> ended.put(cell, count.ended()));
        return new DayFigures(ended);
    }

    /** Where another counts differently, a line each. */
    List<String> differences(String name, DayFigures other, String otherName) {
        TreeSet<String> cells = new TreeSet<>(counts.keySet());
        cells.addAll(other.counts.keySet());
        return cells.stream()
                .flatMap(cell -> difference(cell, name, other, otherName).stream())
                .toList();
    }

    private Optional<String> difference(String cell, String name, DayFigures other, String otherName) {
        Counts here = counts.getOrDefault(cell, Counts.NONE);
        Counts there = other.counts.getOrDefault(cell, Counts.NONE);
        return here.equals(there)
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%s: %s %s, %s %s", cell, name, told(here), otherName, told(there)));
    }

    private static String told(Counts counts) {
        return String.format(
                Locale.ROOT, "%d on time and %d late (%d open)", counts.onTime, counts.late, counts.lateOpen);
    }
}
