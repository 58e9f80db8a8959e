package id.tepati.importer;

import id.tepati.client.Credentials;
import id.tepati.client.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a whole file says by a mapping. */
record Reading(List<ImportEvent> events, List<BadRow> bad, ImportSummary summary, UnitsAndServices unitsAndServices) {
    private static final Instant RECEIVED = Instant.parse("2026-11-21T00:00:00Z");

    static Reading of(Mapping mapping, Path file) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ServerAddress nobody = new ServerAddress(URI.create("http://localhost"));
        ImportPlan plan = new ImportPlan(file, file, nobody, Credentials.NONE, false, null, true, null, nowhere);
        ImportReader reader = new ImportReader(plan, mapping);
        List<ImportEvent> events = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        reader.read(
                new RowCheck(mapping, RECEIVED),
                row -> events.addAll(row.events()),
                bad::add,
                new ImportProgress(nowhere));
        return new Reading(
                events, bad, reader.summary(true, GatewayTotals.NONE, PipelineTotals.NONE), reader.unitsAndServices());
    }

    static Reading of(Mapping mapping, Path folder, String csv) throws IOException {
        return of(mapping, Files.writeString(folder.resolve("rows.csv"), csv));
    }

    List<String> ids() {
        return events.stream().map(ImportEvent::id).toList();
    }

    List<String> badLines() {
        return bad.stream().map(row -> row.line() + " " + row.code()).toList();
    }
}
