package id.tepati.dashboard.readmodel;

import com.github.luben.zstd.Zstd;
import id.tepati.contract.output.CaseRow;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A case as it was last published: its record's bytes, and what queries look at in every case. The bytes of a case that
 * has ended are packed, for these are the most and are seldom asked for. Immutable.
 */
public final class HeldCase {
    private static final int LEVEL = 1;

    private final String unit;
    private final String id;
    private final boolean incomplete;
    private final List<HeldClock> clocks;
    private final byte[] record;

    private HeldCase(String unit, String id, boolean incomplete, List<HeldClock> clocks, byte[] record) {
        this.unit = unit;
        this.id = id;
        this.incomplete = incomplete;
        this.clocks = clocks;
        this.record = hasOpenClock() ? record : Zstd.compress(record, LEVEL);
    }

    static HeldCase of(CaseRow row, byte[] record, UnaryOperator<String> names) {
        return new HeldCase(
                names.apply(row.unit()),
                row.caseId(),
                row.incomplete(),
                row.clocks().stream().map(clock -> HeldClock.of(clock, names)).toList(),
                record);
    }

    /** Id of its unit. */
    public String unit() {
        return unit;
    }

    /** Its id within the unit. */
    public String id() {
        return id;
    }

    /** Whether events wait for an opening event; until it comes they count in no figure. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** Its clocks in the order of the record's. */
    public List<HeldClock> clocks() {
        return clocks;
    }

    /** All that was published of it, read anew with every call. */
    public CaseRow row() {
        return CaseRow.JSON.read(hasOpenClock() ? record : unpacked());
    }

    private byte[] unpacked() {
        return Zstd.decompress(record, Math.toIntExact(Zstd.getFrameContentSize(record)));
    }

    boolean hasOpenClock() {
        return clocks.stream().anyMatch(HeldClock::isOpen);
    }
}
