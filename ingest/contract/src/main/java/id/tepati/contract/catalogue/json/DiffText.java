package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueDiff.Change;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.text.WithinText;
import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Renders a difference: {@code +} for what is new, {@code ~} for what changes, field by field. */
public final class DiffText {
    /** Fields that tell the version, not what it says. */
    private static final List<String> ENVELOPE = List.of("v", "kind", "id", "version", "effectiveFrom", "knownFrom");

    private static final CatalogueEntry.Visitor<String> SUMMARY = new CatalogueEntry.Visitor<>() {
        @Override
        public String calendar(Published<Calendar> calendar) {
            Calendar it = calendar.content();
            return it.alwaysOpen()
                    ? "always open"
                    : "official until " + it.officialUntil() + ", " + it.days().size() + " special days";
        }

        @Override
        public String unit(Published<Unit> unit) {
            return unit.content().name() + " (" + unit.content().type() + ")";
        }

        @Override
        public String service(Published<Service> service) {
            return service.content().name();
        }

        @Override
        public String standard(Published<Standard> standard) {
            List<String> promises = standard.content().promises().stream()
                    .map(promise -> promise.clock().id() + " " + WithinText.format(promise.within()))
                    .toList();
            return standard.content().sk() + "; " + String.join(", ", promises);
        }
    };

    private DiffText() {}

    /** The difference as lines to print, a summary last. */
    public static List<String> of(CatalogueDiff diff) {
        List<String> lines = new ArrayList<>();
        diff.added().forEach(entry -> lines.add("+ " + title(entry) + ": " + summary(entry)));
        diff.changed().forEach(change -> changed(change, lines));
        diff.kept().forEach(entry -> lines.add("= " + title(entry) + ": not in the folder, stays in force"));
        lines.add(diff.added().size() + " added, " + diff.changed().size() + " changed, "
                + diff.unchanged().size() + " unchanged, " + diff.kept().size() + " not in the folder");
        return lines;
    }

    private static String title(CatalogueEntry entry) {
        String from = entry.effectiveFrom().equals(LocalDate.MIN) ? "since ever" : "from " + entry.effectiveFrom();
        return entry.kind().id() + " " + entry.id() + " " + from + " (version " + entry.version() + ")";
    }

    private static String summary(CatalogueEntry entry) {
        return entry.accept(SUMMARY);
    }

    private static void changed(Change change, List<String> lines) {
        lines.add("~ " + title(change.after()));
        ObjectNode before = CatalogueJson.tree(change.before());
        ObjectNode after = CatalogueJson.tree(change.after());
        Set<String> fields = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(ENVELOPE);
        for (String field : fields) {
            compare(field, before.path(field), after.path(field), lines);
        }
    }

    private static void compare(String field, JsonNode before, JsonNode after, List<String> lines) {
        if (before.equals(after)) {
            return;
        }
        if (before.isArray() && after.isArray()) {
            missingFrom(after, before).forEach(gone -> lines.add("    - " + field + " " + plain(gone)));
            missingFrom(before, after).forEach(come -> lines.add("    + " + field + " " + plain(come)));
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(field + "." + name, before.path(name), after.path(name), lines));
            return;
        }
        lines.add("    " + field + ": " + plain(before) + " -> " + plain(after));
    }

    private static List<JsonNode> missingFrom(JsonNode array, JsonNode elements) {
        Set<JsonNode> there = new LinkedHashSet<>();
        array.forEach(there::add);
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode element : elements) {
            if (!there.contains(element)) {
                missing.add(element);
            }
        }
        return missing;
    }

    private static String plain(JsonNode node) {
        if (node.isMissingNode()) {
            return "none";
        }
        if (node.isObject()) {
            List<String> values = new ArrayList<>();
            node.forEach(value -> values.add(plain(value)));
            return String.join(" ", values);
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
