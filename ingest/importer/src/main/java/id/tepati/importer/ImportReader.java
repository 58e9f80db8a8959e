package id.tepati.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file from its first row to its last; twice where a mapping picks rows by their time. */
final class ImportReader {
    private final ImportPlan plan;
    private final Mapping mapping;
    private final UnitsAndServices units = new UnitsAndServices();
    private long rows;
    private long badRows;
    private long events;

    ImportReader(ImportPlan plan, Mapping mapping) {
        this.plan = plan;
        this.mapping = mapping;
    }

    /** Collects the units and services, of rows with a bad date or id too: the unit exists all the same. */
    UnitsAndServices survey() {
        eachRow(this::addUnit);
        return units;
    }

    /** Hands the events of every row and every bad row on, in the order of the file. */
    void read(RowCheck check, Consumer<RowEvents> onRow, Consumer<BadRow> onBadRow, ImportProgress progress) {
        RowMapper mapper =
                new RowMapper(mapping, check, new SequenceRule.FileTimes(check.receivedAt(), modifiedAt()), edges());
        try (TableFile table = open()) {
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                rows++;
                RowResult result = result(mapper, line.get());
                if (result instanceof RowEvents good) {
                    onRow.accept(good);
                    events += good.events().size();
                } else if (result instanceof BadRow bad) {
                    badRows++;
                    onBadRow.accept(table.inPlace(bad));
                }
                progress.show(rows, events);
            }
            sayBlankRows(table, progress);
        }
    }

    private EdgeRows edges() {
        EdgeRows edges = new EdgeRows(mapping);
        if (EdgeRows.neededBy(mapping)) {
            eachRow(edges::look);
        }
        return edges;
    }

    private void eachRow(Consumer<Row> action) {
        try (TableFile table = open()) {
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                if (line.get() instanceof Row row) {
                    action.accept(row);
                }
            }
        }
    }

    /** How many events the rows give; says nothing. */
    long count(RowCheck check) {
        read(check, row -> {}, bad -> {}, ImportProgress.silent());
        return events;
    }

    private static void sayBlankRows(TableFile table, ImportProgress progress) {
        if (table.blankRows() > 0) {
            progress.say(String.format(Locale.ROOT, "skipped %,d blank rows", table.blankRows()));
        }
    }

    private Instant modifiedAt() {
        try {
            return Files.getLastModifiedTime(plan.file()).toInstant();
        } catch (IOException e) {
            throw new ImportException(ImportExit.FILE, plan.file() + " cannot be read; check the path", e);
        }
    }

    private RowResult result(RowMapper mapper, TableLine line) {
        if (line instanceof Row row) {
            addUnit(row);
            return mapper.map(row);
        }
        return (BadRow) line;
    }

    private TableFile open() {
        TableFile table = TableFiles.open(plan.file(), mapping.form(), mapping.columnNames());
        mapping.requireColumns(table.name(), table.header());
        return table;
    }

    private void addUnit(Row row) {
        try {
            units.add(RowUnit.of(mapping, row));
        } catch (RowRefused e) {
            // the mapper refuses the row for the same cause, with its line
        }
    }

    UnitsAndServices unitsAndServices() {
        return units;
    }

    /** The summary of this reading with what became of its events. */
    ImportSummary summary(boolean dryRun, GatewayTotals delivery, PipelineTotals pipeline) {
        return new ImportSummary(
                dryRun,
                rows,
                badRows + delivery.rowsRefused(),
                events - delivery.withheld(),
                delivery.sent(),
                delivery.repeated(),
                pipeline.received(),
                pipeline.counted(),
                pipeline.duplicate(),
                pipeline.replaced(),
                delivery.refused() + pipeline.refused(),
                units.collisions());
    }

    void showProgress(ImportProgress progress) {
        progress.say(rows, events);
    }
}
