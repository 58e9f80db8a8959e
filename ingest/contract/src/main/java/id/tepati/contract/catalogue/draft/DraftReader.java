package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import id.tepati.contract.yaml.YamlDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads file after file into located entries, then has what they refer to checked. Not thread-safe. */
final class DraftReader {
    private static final List<String> LISTS =
            Stream.of(EntryKind.values()).map(DraftReader::listName).toList();

    private final Problems problems = new Problems();
    private final List<Located> entries = new ArrayList<>();
    private final Map<String, FilePosition> firsts = new HashMap<>();
    private final Declared declared;

    DraftReader(CatalogueSnapshot published) {
        declared = new Declared(published);
    }

    Problems problems() {
        return problems;
    }

    void read(String file, String text) {
        FilePosition place = FilePosition.of(file);
        if (!YamlDocuments.read(file, text, problems, document -> document(document, place))) {
            hidden();
        }
    }

    /** A file that cannot be read hides what it declares: entries that refer to it are then not blamed. */
    void hidden() {
        declared.somethingHidden();
    }

    /** Everything that was read, once the last file is in, to be published now. */
    CatalogueReading finish(CatalogueSnapshot published, Instant now) {
        new References(declared, problems).check(entries);
        DraftedVersions versions = new DraftedVersions(published, entries);
        new TreeCheck(versions, problems).check(entries);
        new DayPromiseCheck(versions, problems).check(entries);
        new NoticeCheck(published, now, problems).check(entries);
        return problems.count() > 0
                ? new CatalogueReading.Refused(problems.sorted())
                : new CatalogueReading.Accepted(
                        new Draft(entries.stream().map(Located::entry).toList()));
    }

    private void document(Node document, FilePosition place) {
        Fields lists = Fields.of(document, place, problems, LISTS);
        if (lists == null) {
            hidden();
            return;
        }
        for (EntryKind kind : EntryKind.values()) {
            EntryReader reader = readerOf(kind);
            int number = 0;
            for (Node node : lists.list(listName(kind))) {
                entry(kind, reader, node, lists.at(listName(kind)), ++number);
            }
        }
    }

    /** The list of a file that holds entries of a kind, for instance {@code calendars}. */
    private static String listName(EntryKind kind) {
        return kind.id() + "s";
    }

    private EntryReader readerOf(EntryKind kind) {
        return switch (kind) {
            case CALENDAR -> new CalendarReader(problems);
            case UNIT -> new UnitReader(problems);
            case SERVICE -> new ServiceReader(problems);
            case STANDARD -> new StandardReader(problems);
        };
    }

    private void entry(EntryKind kind, EntryReader reader, Node node, FilePosition list, int number) {
        String name = EntryName.of(node, number);
        Fields fields = Fields.of(node, list.element(name, node), problems, reader.keys());
        if (fields == null) {
            hidden();
            return;
        }
        CatalogueEntry entry = reader.read(fields);
        declared.add(kind, name, fields);
        if (entry != null && isFirst(entry, fields.place())) {
            entries.add(new Located(entry, fields));
        }
    }

    private boolean isFirst(CatalogueEntry entry, FilePosition place) {
        String what = entry.kind().id() + " " + entry.id() + " from " + entry.effectiveFrom();
        FilePosition first = firsts.putIfAbsent(what, place);
        if (first != null) {
            problems.add(
                    place,
                    "is listed twice with the same effectiveFrom, first at " + first.file() + ":" + first.line(),
                    "keep one of the two, or give the later one its own effectiveFrom");
        }
        return first == null;
    }
}
