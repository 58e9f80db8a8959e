package id.tepati.contract.event;

import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event to be sent.
 *
 * @param id unique within its source
 * @param sequence larger for a correction of an event sent before; null where nothing is corrected
 * @param data text, booleans, numbers, lists and maps by field name, with unit, service and case
 */
public record OutgoingEvent(
        EventType type,
        String id,
        String source,
        Instant time,
        @Nullable String sequence,
        Map<String, ?> data) {}
