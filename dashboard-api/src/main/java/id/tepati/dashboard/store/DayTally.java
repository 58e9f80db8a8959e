package id.tepati.dashboard.store;

import id.tepati.contract.output.TallyRow;
import id.tepati.rules.tally.Tally;

/**
 * The counts of one promise of one service of one unit on one local day; the fields are those of the tally record.
 *
 * @param duration seconds from start to stop
 * @param used share of the promise used, in ten-thousandths
 */
public record DayTally(
        long opened,
        long noPromise,
        long onTime,
        long late,
        long lateOpen,
        long cancelled,
        long unserved,
        SparseCounts duration,
        SparseCounts used) {
    /** Nothing counted. */
    public static final DayTally NONE =
            new DayTally(0, 0, 0, 0, 0, 0, 0, SparseCounts.ofBytes(null), SparseCounts.ofBytes(null));

    /** From the seven counts, in their order, and the bytes of both distributions. */
    public static DayTally of(long[] counts, byte[] duration, byte[] used) {
        return new DayTally(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                SparseCounts.ofBytes(duration),
                SparseCounts.ofBytes(used));
    }

    /**
     * The counts of a record.
     *
     * @throws RuntimeException where they cannot be: better found here, once, than in every answer
     */
    public static DayTally of(TallyRow row) {
        Tally checked = row.tally();
        return new DayTally(
                checked.opened(),
                checked.noPromise(),
                checked.onTime(),
                checked.late(),
                checked.lateOpen(),
                checked.cancelled(),
                checked.unserved(),
                SparseCounts.of(checked.duration()),
                SparseCounts.of(checked.used()));
    }
}
