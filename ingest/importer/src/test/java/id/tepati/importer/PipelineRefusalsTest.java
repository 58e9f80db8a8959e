package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.client.RefusedLetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineRefusalsTest {
    private static final String RECEIVED = "id.tepati.complaint.received.v1";

    @TempDir
    private Path folder;

    private static RefusedLetter letter(@Nullable String payload) {
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        return new RefusedLetter("d-1", "id-conflict", "", "mend it", at, "t/0/1", "kota", null, RECEIVED, payload);
    }

    private List<String> told(String rows, RefusedLetter... letters) throws IOException {
        Reading reading = Reading.of(MappingText.complaints(), folder, MappingText.HEADER + rows);
        PipelineRefusals refusals = new PipelineRefusals("import/test", List.of(letters));
        refusals.seek(new RowEvents(reading.events()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (RefusalReport report = new RefusalReport(new PrintStream(printed, true, StandardCharsets.UTF_8), null)) {
            refusals.report(report);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** An event id is kept as a hash and may hold a NIK; the case id is another column's in such a file. */
    @Test
    void anEventIsKnownByItsMaskedText() throws IOException {
        Mapping mapping = MappingReader.read(
                "m.yaml",
                MappingText.COMPLAINTS
                        .replace("\"{nomor}/r\"", "\"{kanal}-{nomor}/r\"")
                        .replace("    data: {channel: {slug: kanal}}\n", ""));
        Reading reading = Reading.of(
                mapping,
                folder,
                MappingText.HEADER + "1,,,x,01/10/2026 08:00,,,web\n2,,,x,01/10/2026 08:00,,,3201014509900001\n");
        assertThat(reading.badLines()).isEmpty();
        PipelineRefusals refusals = new PipelineRefusals("import/test", List.of(letter("""
                        {"specversion":"1.0","id":"[nik]-2/r","source":"import/test","type":"%s",\
                        "time":"2026-10-01T01:00:00Z","sequence":"1795219200000","datacontenttype":"application/json","data":{"unit":"kota",\
                        "service":"x","case":"2"}}""".formatted(RECEIVED))));
        refusals.seek(new RowEvents(reading.events()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        refusals.report(new RefusalReport(new PrintStream(printed, true, StandardCharsets.UTF_8), null));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("line 3: id-conflict: the pipeline refused its complaint.received; mend it");
    }

    @Test
    void anEventThatAnotherOfTheImportReplacedIsKnownByItsId() throws IOException {
        String rows = """
                1,,,x,01/10/2026 08:00,,,web
                2,,,x,01/10/2026 08:00,,,web
                2,,,x,01/10/2026 08:00,,,web
                1,,,x,01/10/2026 09:00,,,web
                """;

        assertThat(told(rows, letter(null)))
                .containsExactly("line 5: id-conflict: says under the id of its complaint.received something else than"
                        + " line 2; one of the two counts; mend it");
    }

    @Test
    void aLetterWithoutARowIsToldByItsRecord() throws IOException {
        assertThat(told("1,,,x,01/10/2026 08:00,,,web\n", letter("{\"id\": [cut]"), letter(null)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("line 0: id-conflict: the pipeline refused an event whose row could not be found,"
                                + " the record t/0/1"));
    }
}
