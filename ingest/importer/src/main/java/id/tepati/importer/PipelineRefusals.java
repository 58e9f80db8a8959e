package id.tepati.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tepati.client.RefusedLetter;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.Masking;
import id.tepati.contract.event.Sha256;
import id.tepati.contract.output.DeadLetter;
import id.tepati.rules.event.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The events of an import that only the pipeline refused, and the rows that they came from. Letters tell no lines, so
 * the file is gone through once more: an event is known by its masked text, and one that another of the same import
 * replaced, of which a letter keeps no text, by its id. Not thread-safe.
 */
final class PipelineRefusals {
    private record Kind(String unit, String type) {}

    private record Said(long line, String json) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String source;
    private final int count;
    private final Map<JsonNode, Deque<RefusedLetter>> byText = new HashMap<>();
    private final Map<Kind, Deque<RefusedLetter>> replaced = new HashMap<>();
    private final Map<Digest, Said> said = new HashMap<>();
    private final List<RefusedRow> found = new ArrayList<>();

    PipelineRefusals(String source, List<RefusedLetter> letters) {
        this.source = source;
        this.count = letters.size();
        letters.forEach(this::expect);
    }

    /** Asks the server for those that it received no earlier than the import began. */
    static PipelineRefusals since(Instant start, String source, TepatiClient gateway) {
        // what the gateway refused is told by its answer
        return new PipelineRefusals(
                source,
                gateway.deadLetters(source, start).stream()
                        .filter(letter -> !letter.where().equals(DeadLetter.GATEWAY))
                        .toList());
    }

    private void expect(RefusedLetter letter) {
        String payload = letter.payload();
        if (payload == null) {
            Kind kind = new Kind(Objects.toString(letter.unit(), ""), Objects.toString(letter.type(), ""));
            replaced.computeIfAbsent(kind, key -> new ArrayDeque<>()).add(letter);
        } else {
            byText.computeIfAbsent(tree(payload), key -> new ArrayDeque<>()).add(letter);
        }
    }

    /** A payload that was cut is no JSON; then its row is not found. */
    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Looks for them among the events of a row. */
    void seek(RowEvents row) {
        row.events().forEach(this::seek);
    }

    private void seek(ImportEvent event) {
        String json = new String(EventJson.write(source, event), StandardCharsets.UTF_8);
        if (!byText.isEmpty()) {
            Deque<RefusedLetter> letters = byText.get(tree(Masking.mask(json)));
            if (letters != null && !letters.isEmpty()) {
                found(event, letters.remove(), "the pipeline refused its " + name(event));
            }
        }
        Deque<RefusedLetter> ofKind =
                replaced.get(new Kind(event.unit().value(), event.type().wireName()));
        if (ofKind != null) {
            seekReplaced(event, json, ofKind);
        }
    }

    private void seekReplaced(ImportEvent event, String json, Deque<RefusedLetter> letters) {
        Said before = said.putIfAbsent(Sha256.digest(event.id()), new Said(event.line(), json));
        if (before != null && !before.json().equals(json) && !letters.isEmpty()) {
            found(
                    event,
                    letters.remove(),
                    "says under the id of its " + name(event) + " something else than line " + before.line()
                            + "; one of the two counts");
        }
    }

    private static String name(ImportEvent event) {
        return event.type().shortName();
    }

    private void found(ImportEvent event, RefusedLetter letter, String reason) {
        found.add(new RefusedRow(event.line(), RefusedRow.PIPELINE, letter.code(), reason, letter.cure()));
    }

    /** Tells each by its line, then those whose rows were not found. */
    void report(RefusalReport report) {
        found.forEach(report::add);
        byText.values().forEach(letters -> letters.forEach(letter -> report.add(lost(letter))));
        replaced.values().forEach(letters -> letters.forEach(letter -> report.add(lost(letter))));
    }

    private static RefusedRow lost(RefusedLetter letter) {
        return new RefusedRow(
                0,
                RefusedRow.PIPELINE,
                letter.code(),
                "the pipeline refused an event whose row could not be found, the record " + letter.where(),
                letter.cure());
    }
}
