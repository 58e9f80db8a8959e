package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.CaseRow;
import java.util.List;
import java.util.function.UnaryOperator;

/** A case as it was last published: its record's bytes, and what queries look at in every case. Immutable. */
public final class HeldCase {
    private final String unit;
    private final String id;
    private final byte[] record;
    private final List<HeldClock> clocks;

    private HeldCase(String unit, String id, byte[] record, List<HeldClock> clocks) {
        this.unit = unit;
        this.id = id;
        this.record = record;
        this.clocks = clocks;
    }

    static HeldCase of(CaseRow row, byte[] record, UnaryOperator<String> names) {
        return new HeldCase(
                names.apply(row.unit()),
                row.caseId(),
                record,
                row.clocks().stream().map(clock -> HeldClock.of(clock, names)).toList());
    }

    /** Id of its unit. */
    public String unit() {
        return unit;
    }

    /** Its id within the unit. */
    public String id() {
        return id;
    }

    /** Its clocks in the order of the record's. */
    public List<HeldClock> clocks() {
        return clocks;
    }

    /** All that was published of it, read anew with every call. */
    public CaseRow row() {
        return CaseRow.JSON.read(record);
    }

    boolean hasOpenClock() {
        return clocks.stream().anyMatch(HeldClock::isOpen);
    }
}
