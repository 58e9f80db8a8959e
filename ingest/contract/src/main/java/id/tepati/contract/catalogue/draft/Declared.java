package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.yaml.Fields;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids that may be referred to: those published and those of the draft, the entries with problems of their own
 * among them, so that one slip is reported once.
 */
final class Declared {
    private final Map<EntryKind, Set<String>> ids = new EnumMap<>(EntryKind.class);
    private final Set<String> types = new TreeSet<>();
    private boolean hidden;

    Declared(CatalogueSnapshot published) {
        for (EntryKind kind : EntryKind.values()) {
            ids.put(kind, new TreeSet<>());
        }
        for (CatalogueEntry entry : published.entries()) {
            of(entry.kind()).add(entry.id());
            if (entry instanceof CatalogueEntry.OfUnit unit) {
                types.add(unit.published().content().type());
            }
        }
    }

    void add(EntryKind kind, String name, Fields fields) {
        of(kind).add(name);
        if (kind == EntryKind.UNIT) {
            String type = fields.text("type");
            if (type != null) {
                types.add(type);
            }
        }
    }

    void somethingHidden() {
        hidden = true;
    }

    /** Whether a part of the draft could not be read at all. */
    boolean hidesSomething() {
        return hidden;
    }

    Collection<String> of(EntryKind kind) {
        return ids.getOrDefault(kind, Set.of());
    }

    Collection<String> types() {
        return types;
    }
}
