package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseFile;
import java.util.List;

/**
 * A record of {@code tepati.cases.v1}: how a case stands, and the events that make it stand so. Its
 * key is an {@link OutputKey.OfCase}.
 *
 * @param v version of this form, 1
 * @param incomplete whether events wait for an opening event; until it comes they count in no figure
 * @param clocks one for each cycle of each clock
 * @param events in case order
 */
public record CaseRow(
        int v,
        String unit,
        @JsonProperty("case") String caseId,
        boolean incomplete,
        List<ClockRow> clocks,
        List<EventRow> events) {
    /** Reads and writes the record. */
    public static final OutputJson.Codec<CaseRow> JSON = OutputJson.Codec.of(CaseRow.class);

    /** The version of this form. */
    public static final int VERSION = 1;

    /** The case it describes. */
    public CaseKey key() {
        return new CaseKey(new UnitId(unit), new CaseId(caseId));
    }

    /** The events as a file that can be judged. */
    public CaseFile file() {
        return CaseFile.of(events.stream().map(EventRow::event).toList());
    }
}
