package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.text.BadText;
import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
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
        return entry.accept(new Content(tree));
    }

    /** Adds what an entry says. */
    private record Content(ObjectNode tree) implements CatalogueEntry.Visitor<ObjectNode> {
        @Override
        public ObjectNode calendar(Published<Calendar> calendar) {
            return CalendarJson.write(calendar.content(), tree);
        }

        @Override
        public ObjectNode unit(Published<Unit> unit) {
            return UnitJson.write(unit.content(), tree);
        }

        @Override
        public ObjectNode service(Published<Service> service) {
            return ServiceJson.write(service.content(), tree);
        }

        @Override
        public ObjectNode standard(Published<Standard> standard) {
            return StandardJson.write(standard.content(), tree);
        }
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
            case CALENDAR -> new CatalogueEntry.OfCalendar(published(fields, CalendarJson.read(fields)));
            case UNIT -> new CatalogueEntry.OfUnit(published(fields, UnitJson.read(fields)));
            case SERVICE -> new CatalogueEntry.OfService(published(fields, ServiceJson.read(fields)));
            case STANDARD -> new CatalogueEntry.OfStandard(published(fields, StandardJson.read(fields)));
        };
        if (!entry.id().equals(fields.text("id"))) {
            throw new UnreadableEntryException("an entry whose id is not that of its scope: " + fields.text("id"));
        }
        return entry;
    }

    private static <T> Published<T> published(JsonFields fields, T content) {
        return new Published<>(fields.number("version"), fields.effectiveFrom(), fields.knownFrom(), content);
    }
}
