package id.tepati.contract.output;

import id.tepati.rules.UnitId;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A record of {@code tepati.restatements.v1}: what one cause, learned on one day, changed of a day of a unit that had
 * settled.
 *
 * @param v version of this form, 1
 * @param day the local day whose figures changed
 * @param cause late-event, correction, void, catalogue or too-long
 * @param learnedDay the local day on which the changes were learned
 * @param first when the first of them was learned
 * @param last when the latest of them was learned
 * @param cases how many cases they were of
 * @param lines what changed, by service and promise
 */
public record Restatement(
        int v,
        String unit,
        LocalDate day,
        String cause,
        LocalDate learnedDay,
        Instant first,
        Instant last,
        long cases,
        List<Line> lines) {
    /** Reads and writes the record. */
    public static final OutputJson.Codec<Restatement> JSON = OutputJson.Codec.of(Restatement.class);

    /** The version of this form. */
    public static final int VERSION = 1;

    /**
     * One promise of one service.
     *
     * @param before the figure when the first of these changes met it
     * @param after that and what these changes came to; others may have changed the figure too
     */
    public record Line(String service, String promise, Counts before, Counts after) {}

    /** The counts of a day tally that are restated, or differences of them. */
    public record Counts(long opened, long noPromise, long onTime, long late, long cancelled, long unserved) {
        /** Nothing counted. */
        public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0);

        /** Those of a tally. */
        public static Counts of(Tally tally) {
            return new Counts(
                    tally.opened(),
                    tally.noPromise(),
                    tally.onTime(),
                    tally.late(),
                    tally.cancelled(),
                    tally.unserved());
        }

        /** The sum of both. */
        public Counts plus(Counts other) {
            return new Counts(
                    opened + other.opened,
                    noPromise + other.noPromise,
                    onTime + other.onTime,
                    late + other.late,
                    cancelled + other.cancelled,
                    unserved + other.unserved);
        }

        /** The difference. */
        public Counts minus(Counts other) {
            return new Counts(
                    opened - other.opened,
                    noPromise - other.noPromise,
                    onTime - other.onTime,
                    late - other.late,
                    cancelled - other.cancelled,
                    unserved - other.unserved);
        }
    }

    /** Takes a copy of the lines. */
    public Restatement {
        lines = List.copyOf(lines);
    }

    /** The key of its record. */
    public OutputKey.OfRestatement key() {
        return new OutputKey.OfRestatement(new UnitId(unit), day, cause, learnedDay);
    }
}
