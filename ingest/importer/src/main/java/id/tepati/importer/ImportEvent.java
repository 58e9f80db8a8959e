package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it will be sent.
 *
 * @param line the row it came from
 * @param sequence which of two events with this id corrects the other; null for one that any other corrects
 * @param data further fields, in the order of {@link Field}
 */
record ImportEvent(
        long line,
        EventType type,
        String id,
        Instant time,
        UnitId unit,
        ServiceId service,
        String caseId,
        @Nullable String sequence,
        Map<Field, JsonNode> data) {
    /** The event without its sequence: what it says. */
    ImportEvent unnumbered() {
        return new ImportEvent(line, type, id, time, unit, service, caseId, null, data);
    }
}
