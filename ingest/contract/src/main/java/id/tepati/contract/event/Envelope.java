package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Sequence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The checked attributes of an event and its data, which is an object but not checked yet. */
record Envelope(EventType type, Instant time, EventIdentity identity, Sequence sequence, JsonNode data) {
    /** Longest event id and event source, in characters. */
    static final int LONGEST_NAME = 256;

    private static final int LONGEST_SEQUENCE = 64;
    private static final String NAME = "text of 1 to 256 printable characters";
    private static final String TIME = "an RFC 3339 date-time with an offset, such as 2026-01-05T08:15:00+07:00";

    /**
     * Checks the attributes in the order of the contract.
     *
     * @throws Refusal at the first one that fails
     */
    static Envelope of(RawEvent raw) {
        if (!JsonNodes.requireText(raw.specversion(), "/specversion", "\"1.0\"").equals("1.0")) {
            throw Refusal.invalid("/specversion", "\"1.0\"");
        }
        String id = name(raw.id(), "/id");
        String source = name(raw.source(), "/source");
        PersonalData.refuse(source, "/source");
        EventType type = type(raw.type());
        Instant time = time(raw.time());
        Sequence sequence = sequence(raw.sequence());
        JsonNode data = JsonNodes.require(raw.data(), "/data");
        if (!data.isObject()) {
            throw Refusal.invalid("/data", "a JSON object");
        }
        return new Envelope(type, time, new EventIdentity(source, Sha256.digest(id)), sequence, data);
    }

    private static String name(@Nullable JsonNode node, String pointer) {
        String name = JsonNodes.requireText(node, pointer, NAME);
        if (!Texts.isPrintable(name, LONGEST_NAME)) {
            throw Refusal.invalid(pointer, NAME);
        }
        return name;
    }

    private static EventType type(@Nullable JsonNode node) {
        String type = JsonNodes.requireText(node, "/type", "a type such as id.tepati.application.submitted.v1");
        return EventType.ofWireName(type).orElseThrow(() -> new Refusal(RejectCode.UNKNOWN_TYPE, "/type"));
    }

    private static Instant time(@Nullable JsonNode node) {
        String text = JsonNodes.requireText(node, "/time", TIME);
        Instant time = Rfc3339.instant(text);
        if (time != null) {
            return time;
        }
        throw Rfc3339.isLocalTime(text)
                ? new Refusal(
                        RejectCode.INVALID_VALUE,
                        "/time",
                        "This is a local time without an offset: append the one of the sender, such as +07:00 for WIB.")
                : Refusal.invalid("/time", TIME);
    }

    private static Sequence sequence(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Sequence.NONE;
        }
        boolean number = node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
        boolean text = node.isTextual() && Texts.isPrintable(node.textValue(), LONGEST_SEQUENCE);
        if (!number && !text) {
            throw Refusal.invalid("/sequence", "text of 1 to 64 printable characters, or a whole number from 0");
        }
        return new Sequence(node.asText());
    }
}
