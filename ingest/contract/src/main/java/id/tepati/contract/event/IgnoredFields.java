package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what an event says and nobody reads: names in {@code data} that its type does not take, and attributes that
 * look like a mistyped sequence. Other attributes of the envelope are extensions, which CloudEvents allows.
 */
final class IgnoredFields {
    /** More of one event are not told. */
    static final int AT_MOST = 100;

    private static final int LONGEST_NAME = 60;
    private static final Set<String> SEQUENCE = Set.of("sequence");

    private final List<IgnoredField> found = new ArrayList<>();

    private IgnoredFields() {}

    /** Those of an event, in the order in which it says them, those of the envelope first. */
    static List<IgnoredField> of(RawEvent raw, EventType type, JsonNode data) {
        IgnoredFields fields = new IgnoredFields();
        raw.unread().forEach(fields::addMistypedSequence);
        Map<String, Set<String>> known = EventTable.members(type);
        fields.addUnknown(data, "", known);
        return List.copyOf(fields.found);
    }

    private void addMistypedSequence(String attribute) {
        IgnoredField field = field("/", attribute, SEQUENCE);
        if (field.nearest().isPresent()) {
            add(field);
        }
    }

    /** Looks into {@code data}, or into the object in it of that name. */
    private void addUnknown(JsonNode holder, String object, Map<String, Set<String>> known) {
        Set<String> names = known.getOrDefault(object, Set.of());
        String path = object.isEmpty() ? "/data/" : "/data/" + object + "/";
        for (Map.Entry<String, JsonNode> member : holder.properties()) {
            if (member.getValue().isNull()) {
                continue;
            }
            if (!names.contains(member.getKey())) {
                add(field(path, member.getKey(), names));
            } else if (object.isEmpty() && known.containsKey(member.getKey())) {
                addUnknown(member.getValue(), member.getKey(), known);
            }
        }
    }

    private static IgnoredField field(String path, String name, Set<String> known) {
        String masked = Masking.mask(name);
        String shown = masked.substring(0, Math.min(masked.length(), LONGEST_NAME));
        return new IgnoredField(path + StrictJson.escape(shown), shown, known);
    }

    private void add(IgnoredField field) {
        if (found.size() < AT_MOST) {
            found.add(field);
        }
    }
}
