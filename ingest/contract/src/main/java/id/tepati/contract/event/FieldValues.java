package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.CaseId;
import id.tepati.rules.Ids;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the value of a field to its one canonical form: text, Boolean, Integer or a sorted list of codes. */
final class FieldValues {
    private static final int MOST_CODES = 20;
    private static final int LONGEST_LABEL = 40;
    private static final int LARGEST_AMOUNT = 1_000_000;

    private FieldValues() {}

    /**
     * The canonical value.
     *
     * @throws Refusal invalid-value
     */
    static Object read(DataField field, JsonNode node) {
        Object value = switch (field.kind()) {
            case FLAG -> node.isBoolean() ? node.booleanValue() : null;
            case AMOUNT -> amount(node);
            case CODES -> codes(node);
            default -> node.isTextual() ? text(field, node.textValue()) : null;
        };
        if (value == null) {
            throw Refusal.invalid(field.pointer(), field.description());
        }
        return value;
    }

    private static @Nullable String text(DataField field, String text) {
        return switch (field.kind()) {
            case MOMENT -> moment(text);
            case TIME -> time(text);
            case DATE -> Rfc3339.date(text) != null ? text : null;
            case UNIT, SERVICE, ID -> Ids.isCatalogueId(text) ? text : null;
            case LABEL -> Texts.isPrintable(text, LONGEST_LABEL) ? text : null;
            case ID_TEXT -> isIdText(text) ? text : null;
            case CODE -> Texts.isCode(text) ? text : null;
            case CHOICE -> field.choices().contains(text) ? text : null;
            case EVENT_NAME -> eventName(field, text);
            case CODES, FLAG, AMOUNT -> null;
        };
    }

    /** Whether the text may name a case or a ticket. */
    static boolean isIdText(String text) {
        return Texts.isPrintable(text, Ids.CASE_ID_LENGTH) && CaseId.isValid(text);
    }

    private static @Nullable String moment(String text) {
        return Rfc3339.date(text) != null ? text : time(text);
    }

    private static @Nullable String time(String text) {
        Instant instant = Rfc3339.instant(text);
        return instant == null ? null : instant.toString();
    }

    /** Ids of events are known by their digest only, those of voided ones too. */
    private static @Nullable String eventName(DataField field, String text) {
        if (!Texts.isPrintable(text, Envelope.LONGEST_NAME)) {
            return null;
        }
        return field.member().equals("id") ? Sha256.digest(text).toString() : text;
    }

    private static @Nullable Integer amount(JsonNode node) {
        // 3.0 is an integer to JSON Schema and to RFC 8785, so it is one here
        boolean whole = node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToInt();
        return whole && node.intValue() >= 1 && node.intValue() <= LARGEST_AMOUNT ? node.intValue() : null;
    }

    private static @Nullable List<String> codes(JsonNode node) {
        if (node.isTextual()) {
            return Texts.isCode(node.textValue()) ? List.of(node.textValue()) : null;
        }
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_CODES) {
            return null;
        }
        var sorted = new TreeSet<String>();
        for (JsonNode element : node) {
            if (!element.isTextual() || !Texts.isCode(element.textValue())) {
                return null;
            }
            sorted.add(element.textValue());
        }
        return List.copyOf(sorted);
    }
}
