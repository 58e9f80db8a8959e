package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.EventTable;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of the events that an import sends. */
final class EventJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final EventWriter WRITER = new EventWriter();

    private EventJson() {}

    /** One event as an entry of a batch. */
    static byte[] write(String source, ImportEvent event) {
        return WRITER.write(
                new OutgoingEvent(event.type(), event.id(), source, event.time(), event.sequence(), data(event)));
    }

    private static Map<String, Object> data(ImportEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", event.unit().value());
        if (EventTable.needsService(event.type())) {
            data.put("service", event.service().value());
        }
        data.put("case", event.caseId());
        event.data().forEach((field, value) -> put(data, field, value));
        return data;
    }

    /** A field whose name has a dot is a member of an object. */
    private static void put(Map<String, Object> data, Field field, JsonNode value) {
        String name = field.wireName();
        int dot = name.indexOf('.');
        if (dot < 0) {
            data.put(name, value);
        } else {
            Object object = data.computeIfAbsent(name.substring(0, dot), key -> MAPPER.createObjectNode());
            ((ObjectNode) object).set(name.substring(dot + 1), value);
        }
    }
}
