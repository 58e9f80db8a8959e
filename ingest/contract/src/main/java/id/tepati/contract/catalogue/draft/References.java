package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.text.Nearest;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import java.util.Collection;
import java.util.List;

/** Checks that what entries name exists. */
final class References {
    private final Declared declared;
    private final Problems problems;

    References(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    void check(List<Located> entries) {
        if (!declared.hidesSomething()) {
            entries.forEach(this::check);
        }
    }

    private void check(Located located) {
        Fields fields = located.fields();
        switch (located.entry().kind()) {
            case CALENDAR -> {}
            case UNIT -> {
                exists(fields, "parent", "unit", declared.of(EntryKind.UNIT));
                exists(fields, "calendar", "calendar", declared.of(EntryKind.CALENDAR));
            }
            case SERVICE -> exists(fields, "calendar", "calendar", declared.of(EntryKind.CALENDAR));
            case STANDARD -> {
                exists(fields, "unit", "unit", declared.of(EntryKind.UNIT));
                exists(fields, "type", "type of unit", declared.types());
                exists(fields, "service", "service", declared.of(EntryKind.SERVICE));
            }
        }
    }

    private void exists(Fields fields, String key, String what, Collection<String> known) {
        String named = fields.text(key);
        if (named == null || named.equals("*") || known.contains(named)) {
            return;
        }
        String cure = Nearest.among(named, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("add it to the folder or correct the name");
        problems.add(fields.at(key), "names the " + what + " " + named + ", which does not exist", cure);
    }
}
