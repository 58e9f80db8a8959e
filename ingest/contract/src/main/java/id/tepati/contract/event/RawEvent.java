package id.tepati.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.rules.Ids;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an event before any check, the same for structured and binary mode; null or a null node if absent.
 *
 * @param unread names of attributes that are not read and that CloudEvents does not define either
 */
record RawEvent(
        @Nullable JsonNode specversion,
        @Nullable JsonNode id,
        @Nullable JsonNode source,
        @Nullable JsonNode type,
        @Nullable JsonNode time,
        @Nullable JsonNode sequence,
        @Nullable JsonNode data,
        List<String> unread) {
    private static final int LONGEST_GLIMPSE = 256;
    private static final String HEADER_PREFIX = "ce_";
    private static final Set<String> DEFINED = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "time",
            "sequence",
            "data",
            "datacontenttype",
            "dataschema",
            "subject",
            "sequencetype");

    static RawEvent ofStructured(JsonNode event) {
        return new RawEvent(
                event.get("specversion"),
                event.get("id"),
                event.get("source"),
                event.get("type"),
                event.get("time"),
                event.get("sequence"),
                event.get("data"),
                undefined(event.fieldNames()));
    }

    /** Takes the attributes from the {@code ce_} headers and the data from the value. */
    static RawEvent ofBinary(Headers headers, byte[] value) {
        return new RawEvent(
                attribute(headers, "specversion"),
                attribute(headers, "id"),
                attribute(headers, "source"),
                attribute(headers, "type"),
                attribute(headers, "time"),
                attribute(headers, "sequence"),
                StrictJson.readObject(value, "/data"),
                undefined(Stream.of(headers.toArray())
                        .map(Header::key)
                        .filter(key -> key.startsWith(HEADER_PREFIX))
                        .map(key -> key.substring(HEADER_PREFIX.length()))
                        .iterator()));
    }

    private static List<String> undefined(Iterator<String> names) {
        List<String> undefined = new ArrayList<>(0);
        names.forEachRemaining(name -> {
            if (!DEFINED.contains(name)) {
                undefined.add(name);
            }
        });
        return undefined;
    }

    private static JsonNode attribute(Headers headers, String name) {
        Header header = headers.lastHeader(HEADER_PREFIX + name);
        if (header == null || header.value() == null) {
            return NullNode.getInstance();
        }
        if (header.value().length > StrictJson.MAX_TEXT_BYTES) {
            throw new Refusal(RejectCode.TEXT_TOO_LONG, "/" + name);
        }
        if (!StrictJson.isUtf8(header.value())) {
            throw new Refusal(RejectCode.MALFORMED, "/" + name, "Send the header ce_" + name + " in valid UTF-8.");
        }
        return TextNode.valueOf(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** What a refusal may tell of it. */
    RefusedEventDetails glimpse() {
        return new RefusedEventDetails(text(id), unit(), text(source), text(type));
    }

    private @Nullable UnitId unit() {
        String unit = data == null ? null : text(data.get("unit"));
        return unit != null && Ids.isCatalogueId(unit) ? new UnitId(unit) : null;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isTextual() && Texts.isPrintable(node.textValue(), LONGEST_GLIMPSE)
                ? node.textValue()
                : null;
    }
}
