package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.text.BadText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;

/**
 * Catalogue entries as JSON, one object each: {@code v}, {@code kind}, {@code id}, {@code version},
 * {@code effectiveFrom} (a local date; absent: since ever), {@code knownFrom} (RFC 3339 in UTC), then what the entry
 * says. Fields come in a fixed order, so that equal entries are equal bytes. Unknown fields are ignored.
 * Thread-safe.
 */
public final class CatalogueJson {
    private static final int FORM = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogueJson() {}

    /** The UTF-8 bytes of an entry. */
    public static byte[] write(CatalogueEntry entry) {
        try {
            return JSON.writeValueAsBytes(tree(entry));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree of plain values could not be written", impossible);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableEntryException where the bytes are no entry of form 1
     */
    public static CatalogueEntry read(byte[] json) throws UnreadableEntryException {
        try {
            return read(JSON.readTree(json));
        } catch (IOException | IllegalArgumentException | DateTimeException broken) {
            throw new UnreadableEntryException("not a catalogue entry: " + broken.getMessage(), broken);
        } catch (BadText bad) {
            throw new UnreadableEntryException("not a catalogue entry: a value " + bad.what(), bad);
        }
    }

    /** The entry as a tree, in the order in which it is written. */
    static ObjectNode tree(CatalogueEntry entry) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("v", FORM);
        tree.put("kind", entry.kind().id());
        tree.put("id", entry.id());
        tree.put("version", entry.version());
        JsonFields.putDate(tree, "effectiveFrom", entry.effectiveFrom());
        JsonFields.putInstant(tree, "knownFrom", entry.knownFrom());
        if (entry instanceof CatalogueEntry.OfCalendar it) {
            CalendarJson.write(it.calendar(), tree);
        } else if (entry instanceof CatalogueEntry.OfUnit it) {
            UnitJson.write(it.unit(), tree);
        } else if (entry instanceof CatalogueEntry.OfService it) {
            ServiceJson.write(it.service(), tree);
        } else if (entry instanceof CatalogueEntry.OfStandard it) {
            StandardJson.write(it.standard(), tree);
        }
        return tree;
    }

    private static CatalogueEntry read(JsonNode tree) throws BadText, UnreadableEntryException {
        JsonFields fields = new JsonFields(tree);
        if (fields.number("v") != FORM) {
            throw new UnreadableEntryException(
                    "an entry of form " + fields.number("v") + ", this release reads form " + FORM + ": upgrade it");
        }
        String kind = fields.text("kind");
        CatalogueEntry entry = switch (EntryKind.ofId(kind)
                .orElseThrow(() -> new UnreadableEntryException("an entry of unknown kind " + kind))) {
            case CALENDAR -> new CatalogueEntry.OfCalendar(CalendarJson.read(fields));
            case UNIT -> new CatalogueEntry.OfUnit(UnitJson.read(fields));
            case SERVICE -> new CatalogueEntry.OfService(ServiceJson.read(fields));
            case STANDARD -> new CatalogueEntry.OfStandard(StandardJson.read(fields));
        };
        if (!entry.id().equals(fields.text("id"))) {
            throw new UnreadableEntryException("an entry whose id is not that of its scope: " + fields.text("id"));
        }
        return entry;
    }
}
