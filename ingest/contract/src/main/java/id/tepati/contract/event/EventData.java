package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.CaseId;
import id.tepati.rules.Ids;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The checked {@code data} of an event.
 *
 * @param canonical all known fields in their canonical form, for the content hash
 */
record EventData(
        UnitId unit,
        @Nullable CaseId caseId,
        @Nullable ServiceId service,
        Details details,
        SortedMap<String, Object> canonical) {
    private static final String CATALOGUE_ID = "an id like kel-melati: a-z, 0-9, dot, dash and underscore, at most 120";
    private static final String CASE_ID = "text of 1 to " + Ids.CASE_ID_LENGTH + " printable characters";

    /**
     * Checks ids, then looks for personal data, then checks the fields by the {@link EventTable}.
     *
     * @throws Refusal at the first one that fails
     */
    static EventData of(EventType type, JsonNode data) {
        String unit = catalogueId(data, "unit");
        String service = EventTable.needsService(type) ? catalogueId(data, "service") : null;
        String caseId = caseId(type, data);
        PersonalData.refuse(unit, "/data/unit");
        PersonalData.refuse(service, "/data/service");
        PersonalData.refuse(caseId, "/data/case");
        refusePersonalDataInFields(type, data);
        var canonical = new TreeMap<String, Object>();
        Details details = readFields(type, data, canonical);
        putUnlessNull(canonical, "unit", unit);
        putUnlessNull(canonical, "service", service);
        putUnlessNull(canonical, "case", caseId);
        return new EventData(
                new UnitId(unit),
                caseId == null ? null : new CaseId(caseId),
                service == null ? null : new ServiceId(service),
                details,
                canonical);
    }

    private static String catalogueId(JsonNode data, String name) {
        String pointer = "/data/" + name;
        String id = JsonNodes.requireText(data.get(name), pointer, CATALOGUE_ID);
        if (!Ids.isCatalogueId(id)) {
            throw Refusal.invalid(pointer, CATALOGUE_ID);
        }
        return id;
    }

    private static @Nullable String caseId(EventType type, JsonNode data) {
        if (!EventTable.hasCase(type)) {
            return null;
        }
        boolean unnamed = !EventTable.needsCase(type) && JsonNodes.isAbsent(data.get("case"));
        if (unnamed && JsonNodes.isAbsent(data.get(Field.NUMBER.wireName()))) {
            throw new Refusal(RejectCode.MISSING_FIELD, "/data/case", "Send the case, or the number of the ticket.");
        }
        return unnamed ? null : caseId(data);
    }

    private static String caseId(JsonNode data) {
        String id = JsonNodes.requireText(data.get("case"), "/data/case", CASE_ID);
        if (!FieldValues.isIdText(id)) {
            throw Refusal.invalid("/data/case", CASE_ID);
        }
        return id;
    }

    private static void refusePersonalDataInFields(EventType type, JsonNode data) {
        for (DataField field : EventTable.fields(type)) {
            switch (field.kind()) {
                case UNIT, SERVICE, ID, ID_TEXT, LABEL, CODE, CODES ->
                    refusePersonalData(data.get(field.member()), field.pointer());
                // source and id of a void name an event, and choices hold nothing but themselves
                case MOMENT, TIME, DATE, CHOICE, FLAG, AMOUNT, EVENT_NAME -> {}
            }
        }
    }

    private static void refusePersonalData(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            return;
        }
        PersonalData.refuse(node.textValue(), pointer);
        for (JsonNode element : node) {
            PersonalData.refuse(element.textValue(), pointer);
        }
    }

    private static Details readFields(EventType type, JsonNode data, SortedMap<String, Object> canonical) {
        List<DataField> fields = EventTable.fields(type);
        if (fields.isEmpty()) {
            return Details.NONE;
        }
        requireExactlyOne(EventTable.exactlyOneOf(type), data);
        var values = new EnumMap<Field, String>(Field.class);
        for (DataField field : fields) {
            JsonNode node = find(field, data);
            if (node != null) {
                Object value = FieldValues.read(field, node);
                values.put(field.field(), value instanceof List<?> list ? joined(list) : value.toString());
                objectFor(field, canonical).put(field.member(), value);
            }
        }
        return values.isEmpty() ? Details.NONE : new Details(values);
    }

    private static void requireExactlyOne(List<String> names, JsonNode data) {
        if (names.isEmpty()) {
            return;
        }
        List<String> present = names.stream()
                .filter(name -> !JsonNodes.isAbsent(data.get(name)))
                .toList();
        String cure = "Send exactly one of " + String.join(" and ", names) + ".";
        if (present.isEmpty()) {
            throw new Refusal(RejectCode.MISSING_FIELD, "/data/" + names.get(0), cure);
        }
        if (present.size() > 1) {
            throw new Refusal(RejectCode.INVALID_VALUE, "/data/" + present.get(1), cure);
        }
    }

    /** The field's value, null where it may be and is absent. */
    private static @Nullable JsonNode find(DataField field, JsonNode data) {
        JsonNode holder = data;
        String object = field.object();
        if (object != null) {
            holder = data.get(object);
            if (holder == null || holder.isNull()) {
                return absent("/data/" + object, field.need() == DataField.Need.REQUIRED);
            }
            if (!holder.isObject()) {
                throw Refusal.invalid("/data/" + object, "a JSON object");
            }
        }
        JsonNode node = holder.get(field.member());
        return JsonNodes.isAbsent(node) ? absent(field.pointer(), field.need() != DataField.Need.OPTIONAL) : node;
    }

    private static @Nullable JsonNode absent(String pointer, boolean required) {
        if (required) {
            throw Refusal.missing(pointer);
        }
        return null;
    }

    private static String joined(List<?> codes) {
        return String.join(",", codes.stream().map(Object::toString).toList());
    }

    private static Map<String, Object> objectFor(DataField field, SortedMap<String, Object> canonical) {
        String object = field.object();
        if (object == null) {
            return canonical;
        }
        @SuppressWarnings("unchecked") // objects of data are made here and nowhere else
        Map<String, Object> inner =
                (Map<String, Object>) canonical.computeIfAbsent(object, name -> new TreeMap<String, Object>());
        return inner;
    }

    private static void putUnlessNull(Map<String, Object> canonical, String name, @Nullable String value) {
        if (value != null) {
            canonical.put(name, value);
        }
    }
}
