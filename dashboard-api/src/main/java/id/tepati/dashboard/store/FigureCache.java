package id.tepati.dashboard.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the {@link KeptFigures} of the newest commit that anybody asked for. Everything in them comes from the database, so
 * that whoever reads it, in whatever process, has the same. Thread-safe.
 */
final class FigureCache {
    /** Days whose tallies are kept in memory, where there is room: those of a quarter, and some. */
    private static final int MOST_DAYS = 100;

    /** Those of the windows that every minute asks for. */
    private static final int FEWEST_DAYS = 35;

    /** So many days come to them before those at the other end go. */
    private static final int DAYS_MORE = 7;

    private static final int SAMPLE_DAYS = 7;
    private static final int BYTES_A_TALLY = 300;

    /** Part of the heap that the tallies may take. */
    private static final int PART_OF_HEAP = 6;

    private final Clock clock;
    private volatile KeptFigures current = KeptFigures.nothing(0, Integer.MAX_VALUE);

    /** The day from which on so many days more have come that all are loaded anew. */
    private int anewFrom = Integer.MIN_VALUE;

    FigureCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * The figures at a commit, or at a later one where somebody else is further.
     *
     * @param handle sees the database as of that commit
     */
    KeptFigures at(long epoch, long commit, Handle handle) {
        KeptFigures known = current;
        return known.epoch() == epoch && known.commit() >= commit ? known : refreshed(epoch, commit, handle);
    }

    private synchronized KeptFigures refreshed(long epoch, long commit, Handle handle) {
        KeptFigures known = current;
        int today = today();
        if (known.epoch() != epoch || today >= anewFrom) {
            int days = days(handle, today);
            anewFrom = today + DAYS_MORE;
            current = KeptFigures.nothing(epoch, today - days).at(commit, handle);
        } else if (known.commit() < commit) {
            current = known.at(commit, handle);
        }
        return current;
    }

    private int today() {
        return Column.day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static int days(Handle handle, int today) {
        long aWeek = handle.createQuery("SELECT COUNT(*) FROM tallies WHERE tally_day > :from AND tally_day <= :to")
                .bind("from", today - SAMPLE_DAYS)
                .bind("to", today)
                .mapTo(Long.class)
                .one();
        long room = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_A_TALLY;
        long fitting = room * SAMPLE_DAYS / Math.max(1, aWeek);
        return (int) Math.max(FEWEST_DAYS, Math.min(MOST_DAYS, fitting));
    }
}
