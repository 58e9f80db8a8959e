package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.TallyRow;

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
        SparseCounts duration,
        SparseCounts used) {
    static DayTally of(TallyRow row) {
        return new DayTally(
                row.opened(),
                row.noPromise(),
                row.onTime(),
                row.late(),
                row.lateOpen(),
                row.cancelled(),
                SparseCounts.of(row.duration().sum(), row.duration().buckets()),
                SparseCounts.of(row.used().sum(), row.used().buckets()));
    }
}
