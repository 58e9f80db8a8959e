package id.tepati.dashboard.query;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sorted list.
 *
 * @param next the cursor of the next page; null on the last one
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {

    /**
     * Which page is wanted.
     *
     * @param after the key that the cursor of the page before holds; null for the first page
     */
    public record Wanted(@Nullable String after, int limit) {
        /** Refuses pages of nothing. */
        public Wanted {
            if (limit < 1) {
                throw new IllegalArgumentException("a page has at least one line: " + limit);
            }
        }
    }

    /** Picks a page out of everything, sorted by unique keys; what lies behind the page is never sorted. */
    static <T> Page<T> of(Iterable<T> all, Function<T, String> key, Wanted wanted) {
        record Keyed<T>(String key, T item) {}
        PriorityQueue<Keyed<T>> first = new PriorityQueue<>(
                Comparator.<Keyed<T>, String>comparing(Keyed::key).reversed());
        long total = 0;
        for (T item : all) {
            total++;
            String itsKey = key.apply(item);
            if (wanted.after() == null || itsKey.compareTo(wanted.after()) > 0) {
                first.add(new Keyed<>(itsKey, item));
                if (first.size() > wanted.limit() + 1) {
                    first.poll();
                }
            }
        }
        List<Keyed<T>> sorted =
                first.stream().sorted(Comparator.comparing(Keyed::key)).toList();
        boolean more = sorted.size() > wanted.limit();
        List<Keyed<T>> page = more ? sorted.subList(0, wanted.limit()) : sorted;
        return new Page<>(
                page.stream().map(Keyed::item).toList(),
                more ? Cursor.after(page.get(page.size() - 1).key()) : null,
                total);
    }
}
