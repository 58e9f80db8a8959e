package id.tepati.dashboard.store;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A list of clocks of many units in one order. Each unit has its own in order already; here they are merged, and no
 * more is read of any than is needed, so that a page costs what it shows wherever it stands. Confined to one question.
 */
final class ClockList {
    private static final int FEW = 4;

    private final Handle handle;
    private final ClockFilter filter;
    private final Function<String, ZoneId> zones;
    private final @Nullable Place after;

    /** Where a page ends: the fields of {@link ListedClock#cursor}. */
    private record Place(long major, long due, long number, String unit, String caseId) {
        static Place of(String cursor) {
            String[] parts = cursor.split("\\|", 5);
            return new Place(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3], parts[4]);
        }

        static Place of(ListedClock clock) {
            return new Place(clock.major(), clock.due(), clock.number(), clock.unit(), clock.caseId());
        }
    }

    /**
     * Prepares it.
     *
     * @param after where the page before ends; null for the first
     * @throws IllegalArgumentException where it cannot be the end of a page
     */
    ClockList(Handle handle, ClockFilter filter, Function<String, ZoneId> zones, @Nullable String after) {
        this.handle = handle;
        this.filter = filter;
        this.zones = zones;
        this.after = after == null ? null : place(after);
    }

    private static Place place(String cursor) {
        try {
            return Place.of(cursor);
        } catch (IndexOutOfBoundsException | NumberFormatException odd) {
            throw new IllegalArgumentException("no end of a page: " + cursor, odd);
        }
    }

    /** Those that come next, so many at most. */
    List<ListedClock> next(Collection<String> units, int limit) {
        int chunk = Math.min(limit, FEW + 2 * limit / Math.max(1, units.size()));
        PriorityQueue<OfUnit> queue = new PriorityQueue<>(Comparator.comparing(OfUnit::first, ListedClock.ORDER));
        for (String unit : units) {
            OfUnit own = new OfUnit(unit, chunk);
            if (own.reads(after)) {
                queue.add(own);
            }
        }
        List<ListedClock> found = new ArrayList<>();
        while (found.size() < limit && !queue.isEmpty()) {
            OfUnit own = queue.remove();
            found.add(own.take());
            if (own.hasMore()) {
                queue.add(own);
            }
        }
        return found;
    }

    private final class OfUnit {
        private final String unit;
        private final int chunk;
        private final Deque<ListedClock> read = new ArrayDeque<>();
        private boolean ended;

        OfUnit(String unit, int chunk) {
            this.unit = unit;
            this.chunk = chunk;
        }

        ListedClock first() {
            return read.getFirst();
        }

        ListedClock take() {
            ListedClock taken = read.removeFirst();
            if (read.isEmpty() && !ended) {
                reads(Place.of(taken));
            }
            return taken;
        }

        boolean hasMore() {
            return !read.isEmpty();
        }

        /** Reads some that come after a place; tells whether there were any. */
        boolean reads(@Nullable Place from) {
            String sql = "SELECT " + ListedClock.COLUMNS + ", " + filter.majorColumn() + " AS major FROM clocks WHERE "
                    + filter.condition() + seek(from) + " ORDER BY " + order() + " LIMIT :limit";
            Query query = filter.bind(handle.createQuery(sql), unit, zones.apply(unit));
            if (from != null) {
                query.bind("due", from.due());
                if (byMajor()) {
                    query.bind("major", from.major());
                }
                if (unit.equals(from.unit())) {
                    query.bind("case", from.caseId()).bind("number", from.number());
                }
            }
            List<ListedClock> some =
                    query.bind("limit", chunk).map(ListedClock::of).list();
            ended = some.size() < chunk;
            read.addAll(some);
            return !some.isEmpty();
        }

        private String seek(@Nullable Place from) {
            if (from == null) {
                return "";
            }
            String columns = byMajor() ? filter.majorColumn() + ", due_at" : "due_at";
            String values = byMajor() ? ":major, :due" : ":due";
            int order = unit.compareTo(from.unit());
            if (order == 0) {
                return " AND (" + columns + ", case_id, clock_no) > (" + values + ", :case, :number)";
            }
            return " AND (" + columns + ") " + (order > 0 ? ">=" : ">") + " (" + values + ")";
        }

        private String order() {
            return byMajor() ? filter.majorColumn() + ", due_at, case_id, clock_no" : "due_at, case_id, clock_no";
        }

        private boolean byMajor() {
            return !filter.majorColumn().equals("0");
        }
    }
}
