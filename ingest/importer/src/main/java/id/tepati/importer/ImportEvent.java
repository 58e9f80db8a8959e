package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.time.Instant;
import java.util.Map;

/**
 * One event as it will be sent.
 *
 * @param line the row it came from
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
        Map<Field, JsonNode> data) {}
