package id.tepati.importer;

import id.tepati.contract.text.Nearest;
import id.tepati.contract.yaml.FileProblem;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become events; written as YAML, described in {@code docs/import.md}.
 *
 * @param file the mapping's own file name, for messages
 * @param source CloudEvents {@code source} of every event
 * @param root the unit above all units of the file
 * @param zone of the root, and of dates without offset
 * @param form of the files that it is for
 * @param path columns that lead from the root down to the unit of a row
 * @param catalogue what is published beside the catalogue that a file implies
 * @param promise clocks for which the file states when each case was promised to be ready
 */
record Mapping(
        String file,
        String source,
        Root root,
        ZoneId zone,
        Dates dates,
        FileForm form,
        List<Level> path,
        ServiceRule service,
        Template caseId,
        SequenceRule sequence,
        CatalogueParts catalogue,
        List<ClockKind> promise,
        List<EventRule> events) {
    /** The unit above all others of the file. */
    record Root(UnitId id, String name, String type) {}

    /**
     * One step of the path: the column with its name, and the type of unit found there.
     *
     * @param absent the name where the column is blank; null where the path ends there
     */
    record Level(ColumnRef column, String type, @Nullable String absent) {
        /** The name in this row, empty where there is none. */
        String name(Row row) {
            String name = row.text(column);
            return name.isEmpty() && absent != null ? absent : name;
        }
    }

    /** Which service a row is about. */
    sealed interface ServiceRule {
        /** The same in every row. */
        record Constant(ServiceId id, String name) implements ServiceRule {}

        /**
         * The slug of a column.
         *
         * @param absent the name where it is blank; null where it must not be
         */
        record Column(ColumnRef column, @Nullable String absent) implements ServiceRule {
            String name(Row row) throws RowRefused {
                return absent != null && row.text(column).isEmpty() ? absent : row.required(column);
            }
        }
    }

    Mapping {
        path = List.copyOf(path);
        promise = List.copyOf(promise);
        events = List.copyOf(events);
    }

    /** Refuses a file that lacks columns which this mapping reads, and names all of them. */
    void requireColumns(String csv, Header header) {
        List<FileProblem> missing = columns()
                .filter(column -> !header.columns().containsKey(column.name()))
                .map(column -> missing(column, header))
                .distinct()
                .sorted(Comparator.comparingInt(FileProblem::line))
                .toList();
        if (!missing.isEmpty()) {
            throw new ImportException(
                    ImportExit.FILE,
                    missing.stream()
                            .map(FileProblem::toString)
                            .collect(Collectors.joining(
                                    "\n",
                                    csv + " lacks columns that the mapping names; it has " + header.listed()
                                            + separatorAdvice(header) + "\n",
                                    "")));
        }
    }

    private static String separatorAdvice(Header header) {
        return header.otherSeparator()
                .map(sign -> ", read as one column; write separator: \"" + sign
                        + "\" into the mapping if that is what parts its cells")
                .orElse("");
    }

    /** The names of the columns that it reads. */
    Set<String> columnNames() {
        return columns().map(ColumnRef::name).collect(Collectors.toUnmodifiableSet());
    }

    private FileProblem missing(ColumnRef column, Header header) {
        String cure = Nearest.among(column.name(), header.columns().keySet())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("correct the name");
        return new FileProblem(
                file, column.line(), "", "names the column " + column.name() + ", which does not exist", cure);
    }

    private Stream<ColumnRef> columns() {
        Stream<ColumnRef> services =
                service instanceof ServiceRule.Column named ? Stream.of(named.column()) : Stream.of();
        return Stream.of(
                        path.stream().map(Level::column),
                        services,
                        caseId.columns(),
                        sequence.columns(),
                        events.stream().flatMap(EventRule::columns))
                .flatMap(stream -> stream);
    }
}
