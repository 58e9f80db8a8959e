package id.tepati.contract.output;

import id.tepati.rules.ServiceId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case as the pipeline keeps it.
 *
 * @param type short name, for instance {@code application.decided}
 * @param id first 16 bytes of the SHA-256 of the event id, in hexadecimal
 * @param content the same of its canonical content
 * @param details what else it says, by field name
 */
public record EventRow(
        String type,
        Instant time,
        String source,
        String id,
        @Nullable String sequence,
        String content,
        @Nullable String service,
        Map<String, String> details) {

    /** The row of an event. */
    public static EventRow of(CaseEvent event) {
        Map<String, String> details = new TreeMap<>();
        event.details().values().forEach((field, text) -> details.put(field.wireName(), text));
        ServiceId service = event.service();
        return new EventRow(
                event.type().shortName(),
                event.time(),
                event.identity().source(),
                event.identity().id().toString(),
                event.sequence().equals(Sequence.NONE) ? null : event.sequence().value(),
                event.content().toString(),
                service == null ? null : service.value(),
                details);
    }

    /** The event of this row. */
    public CaseEvent event() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        details.forEach((name, text) -> Field.ofWireName(name).ifPresent(field -> values.put(field, text)));
        return new CaseEvent(
                EventType.ofShortName(type).orElseThrow(() -> new IllegalArgumentException("unknown type " + type)),
                time,
                new EventIdentity(source, Digest.parse(id)),
                sequence == null ? Sequence.NONE : new Sequence(sequence),
                Digest.parse(content),
                service == null ? null : new ServiceId(service),
                new Details(values));
    }
}
