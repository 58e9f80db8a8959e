package id.tepati.dashboard.http;

import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tepati.access.http.Gate;
import id.tepati.access.http.RouteRule;
import id.tepati.access.record.AccessView;
import id.tepati.access.rights.Permission;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.export.ExportFormat;
import id.tepati.dashboard.glossary.Glossary;
import id.tepati.dashboard.query.Cursor;
import id.tepati.dashboard.query.Page;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.store.Model;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files hold what the screen shows: each is compared with the JSON of the same question. */
final class ExportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC);

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server =
            start(new DashboardRoutes(city, Health.of(city), metrics, () -> AccessView.EMPTY, CLOCK)::addTo);

    private static Javalin start(Consumer<JavalinConfig> parts) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Gate.open(CLOCK).guard(config);
                    parts.accept(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        metrics.close();
    }

    @ParameterizedTest
    @CsvSource({
        "units, overview, ''",
        "units, overview, ?unit=kec-mawar",
        "units, units, ''",
        "services, standards, ?unit=kel-melati",
        "services, standards, ?unit=kec-mawar",
        "rows, compliance, ?unit=kec-mawar&subtree=true",
        "rows, compliance, ?unit=kel-melati&group=service",
        "rows, compliance, ?unit=kel-melati&service=ktp-el&group=day",
        "rows, compliance, ?unit=kel-melati&by=received&group=day",
        "cases, cases, ?unit=kec-mawar&subtree=true",
        "cases, cases, '?unit=kec-mawar&subtree=true&verdict=late,open'",
        "cases, incomplete-cases, ''",
        "rows, queues, ?unit=kec-mawar&subtree=true",
        "restatements, restatements, ?unit=kec-mawar&subtree=true",
        "sources, status, ''",
        "deadLetters, dead-letters, ''",
        "deadLetters, dead-letters, ?unit=kel-melati",
    })
    void holdTheRowsOfTheAnswer(String field, String list, String query) throws Exception {
        city.ktp(MELATI, "A-7").decided("2026-11-20T09:00");
        city.ktp(MELATI, "=1+1", "2026-11-20T09:00");
        city.publish();
        JsonNode rows = JSON.readTree(text("/api/v1/" + list + query)).get(field);
        assertThat(rows).isNotEmpty();

        List<List<String>> csv = csvOf(bytes("/api/v1/" + list + ".csv" + query));
        List<String> columns = csv.get(0);
        List<List<String>> expected = expected(columns, rows);

        assertThat(new TreeSet<>(columns)).containsAll(leavesOf(rows));
        assertThat(csv.subList(1, csv.size())).isEqualTo(apostrophised(expected));
        assertThat(csvOf(bytes("/api/v1/" + list + query, "Accept", "text/csv")))
                .isEqualTo(csv);
        List<List<String>> xlsx = sheetOf(bytes("/api/v1/" + list + ".xlsx" + query));
        assertThat(xlsx.get(0)).isEqualTo(columns);
        assertThat(xlsx.subList(1, xlsx.size())).isEqualTo(expected);
    }

    /** More rows than one page has, in the order of the list. */
    @Test
    void holdEveryPage() throws Exception {
        IntStream.range(0, 1_201).forEach(at -> letter("x-" + at));

        List<List<String>> csv = csvOf(bytes("/api/v1/dead-letters.csv"));

        assertThat(csv).hasSize(1 + 1_204);
        assertThat(csv.subList(1, 4))
                .isEqualTo(expected(
                        csv.get(0),
                        JSON.readTree(text("/api/v1/dead-letters?limit=3")).get("deadLetters")));
        assertThat(csv.stream().map(row -> row.get(0)).distinct()).hasSize(1 + 1_204);
    }

    private void letter(String id) {
        DeadLetter letter =
                new DeadLetter(id, "malformed", "", "Send JSON.", ModelFixture.NOW, "gateway", MELATI, "s", null, "{}");
        city.put(Topics.DEAD_LETTERS, id, letter.toJson());
    }

    @Test
    void sayWhatTheyAre() throws Exception {
        HttpResponse<byte[]> csv = get("/api/v1/cases.csv?unit=kec-mawar&subtree=true&verdict=late,open");
        HttpResponse<byte[]> xlsx = get("/api/v1/status.xlsx");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8; header=present");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tepati-cases-kec-mawar-20261123T030000Z.csv\"");
        assertThat(csv.headers().firstValue("Tepati-As-Of")).contains("2026-11-23T02:59:59.500Z");
        assertThat(csv.headers().firstValue("Tepati-Filters"))
                .contains("unit=kec-mawar&subtree=true&verdict=late%2Copen");
        assertThat(csv.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(csv.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(xlsx.headers().firstValue("Content-Type")).contains(ExportFormat.XLSX.mediaType());
        assertThat(xlsx.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tepati-status-20261123T030000Z.xlsx\"");
    }

    /** The first sheet explains the columns that are figures. */
    @Test
    void explainTheirColumns() throws Exception {
        byte[] file = bytes("/api/v1/compliance.xlsx?unit=kel-melati", "Accept-Language", "en");

        List<List<String>> about = sheetOf(file, 0);

        assertThat(about)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("attainment", "Share on time")
                        .contains("attainment = onTime / n"));
        assertThat(about).anySatisfy(row -> assertThat(row).startsWith("duration.p90", "Median, 90 %, 95 % within"));
        assertThat(about).anySatisfy(row -> assertThat(row).startsWith("service", ""));
        assertThat(sheetOf(bytes("/api/v1/compliance.xlsx?unit=kel-melati&lang=en"), 0))
                .isEqualTo(about);
        assertThat(sheetOf(bytes("/api/v1/compliance.xlsx?unit=kel-melati&lang=id", "Accept-Language", "en"), 0))
                .anySatisfy(row -> assertThat(row).startsWith("attainment", "Capaian tepat waktu"));
    }

    /** What was asked for may hold anything; a name of a file and a header must not. */
    @Test
    void nameNothingThatWasAskedBesideTheUnit() throws Exception {
        HttpResponse<byte[]> csv = get("/api/v1/dead-letters.csv?unit=-&source=Budi%0D%0AX:%22y");

        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tepati-dead-letters-20261123T030000Z.csv\"");
        assertThat(csv.headers().firstValue("Tepati-Filters")).contains("unit=-&source=Budi%0D%0AX%3A%22y");
        assertThat(csv.headers().firstValue("X")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, missing-parameter, /api/v1/compliance.csv",
        "400, unknown-parameter, /api/v1/compliance.xlsx?unit=kel-melati&limit=5",
        "400, unknown-parameter, /api/v1/units.csv?cursor=a2VsLWE",
        "400, invalid-parameter, /api/v1/cases.csv?unit=kel-melati&state=shut",
        "404, unknown-unit, /api/v1/queues.xlsx?unit=tak-ada",
        "404, unknown-path, /api/v1/units.pdf",
        "404, unknown-path, /api/v1/course.csv",
    })
    void areRefusedWithAProblem(int status, String code, String path) throws Exception {
        HttpResponse<byte[]> refused = get(path, "Accept", "text/csv");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo(code);
    }

    /** A row of the lists below. */
    public record Line(String text) {}

    /** The city for several readers at a time. */
    private record Shared(ModelFixture city) implements ModelAccess {
        @Override
        public <T> T ask(Function<Model, T> query) {
            return query.apply(city.model());
        }

        @Override
        public State state() {
            return city.state();
        }

        @Override
        public Reading reading() {
            return city.reading();
        }
    }

    private record Answer(List<Line> lines, String next) {}

    /** As of when each page of it was asked for. */
    private final List<Instant> asOf = new ArrayList<>();

    /** A server with one list. */
    private void serve(Supplier<Answer> first, Supplier<Answer> further) {
        server.stop();
        Listing<Answer, Line> listing = new Listing<>(
                "lines",
                RouteRule.needs(Permission.SEE_FIGURES),
                Set.of(),
                Line.class,
                "DeadLetter",
                (held, params, now) -> {
                    asOf.add(now);
                    Page.Wanted wanted = params.page();
                    return (wanted.after() == null ? first : further).get();
                },
                Answer::lines,
                Answer::next);
        Exports exports = new Exports(new ReadyModel(new Shared(city)), new Glossary(), Clock.systemUTC());
        Endpoint csv = new Endpoint("/lines", Set.of(), exports.of(listing, ctx -> ExportFormat.CSV), metrics);
        server = start(config -> config.routes.get("/lines", csv, listing.rule()));
    }

    private static String cursor() {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString("1".getBytes(StandardCharsets.UTF_8));
        assertThat(Cursor.key(cursor)).contains("1");
        return cursor;
    }

    /** What is at risk changes with the time, and nothing may come twice or never for that. */
    @Test
    void areAsOfOneInstant() throws Exception {
        serve(() -> new Answer(List.of(new Line("a")), cursor()), () -> new Answer(List.of(new Line("b")), null));

        assertThat(get("/lines").body()).asString(StandardCharsets.UTF_8).endsWith("a\r\nb\r\n");

        assertThat(asOf).hasSize(2);
        assertThat(new TreeSet<>(asOf)).hasSize(1);
    }

    @Test
    void areCutOffWhereTheyCannotBeFinished() {
        List<Line> lines = IntStream.range(0, 1000)
                .mapToObj(at -> new Line("x".repeat(100)))
                .toList();
        serve(() -> new Answer(lines, cursor()), () -> {
            throw new IllegalStateException("the disk is gone");
        });

        assertThatThrownBy(() -> get("/lines")).isInstanceOf(IOException.class);
    }

    @Test
    void areProblemsWhereTheyCannotBeBegun() throws Exception {
        serve(
                () -> {
                    throw new IllegalStateException("the disk is gone");
                },
                () -> {
                    throw new AssertionError();
                });

        assertThat(get("/lines").statusCode()).isEqualTo(500);
    }

    @Test
    @Timeout(30)
    void areFewAtATime() throws Exception {
        Semaphore begun = new Semaphore(0);
        CountDownLatch last = new CountDownLatch(1);
        serve(
                () -> {
                    begun.release();
                    try {
                        last.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new Answer(List.of(new Line("a")), null);
                },
                () -> {
                    throw new AssertionError();
                });
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int at = 0; at < Exports.MOST; at++) {
            running.add(client.sendAsync(request("/lines").build(), HttpResponse.BodyHandlers.ofString()));
        }
        begun.acquire(Exports.MOST);

        HttpResponse<byte[]> refused = get("/lines");
        last.countDown();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo("too-many-exports");
        for (CompletableFuture<HttpResponse<String>> each : running) {
            assertThat(each.get().body()).isEqualTo("\uFEFFtext\r\na\r\n");
        }
        assertThat(get("/lines").statusCode()).isEqualTo(200);
    }

    /** The cells that an answer asks for; of a row with a list of objects one line for each of these. */
    private static List<List<String>> expected(List<String> columns, JsonNode rows) {
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : rows) {
            for (JsonNode line : linesOf(row)) {
                expected.add(columns.stream()
                        .map(column -> textOf(valueAt(column, row, line)))
                        .toList());
            }
        }
        return expected;
    }

    private static List<JsonNode> linesOf(JsonNode row) {
        List<JsonNode> lines = new ArrayList<>();
        listOf(row).forEach(lines::add);
        return lines.isEmpty() ? List.of(JSON.createObjectNode()) : lines;
    }

    private static JsonNode listOf(JsonNode row) {
        for (JsonNode value : row) {
            if (value.isArray() && value.path(0).isObject()) {
                return value;
            }
            if (value.isObject() && !listOf(value).isEmpty()) {
                return listOf(value);
            }
        }
        return JSON.createArrayNode();
    }

    private static JsonNode valueAt(String column, JsonNode row, JsonNode line) {
        JsonNode at = row;
        for (String name : column.split("\\.")) {
            at = at.path(name);
            if (at.isArray() && (at.isEmpty() || at.path(0).isObject()) && column.contains(".")) {
                at = line;
            }
        }
        return at;
    }

    private static String textOf(JsonNode value) {
        if (value.isNumber()) {
            return plain(value.decimalValue());
        }
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> parts.add(part.asText()));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(part ->
                            parts.add(part.getKey() + ": " + part.getValue().asText()));
        }
        return value.isContainerNode() ? String.join("; ", parts) : value.isNull() ? "" : value.asText();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<List<String>> apostrophised(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.startsWith("=") ? "'" + cell : cell)
                        .toList())
                .toList();
    }

    /** Every path to a value that any of the rows has. */
    private static Set<String> leavesOf(JsonNode rows) {
        Set<String> leaves = new TreeSet<>();
        rows.forEach(row -> collect("", row, leaves));
        return leaves;
    }

    private static void collect(String prefix, JsonNode row, Set<String> leaves) {
        row.properties().forEach(field -> {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            boolean named = name.endsWith("components");
            if (value.isObject() && !named) {
                collect(name + ".", value, leaves);
            } else if (value.isArray() && value.path(0).isObject()) {
                value.forEach(line -> collect(name + ".", line, leaves));
            } else if (!value.isArray() && !value.isNull()) {
                leaves.add(name);
            }
        });
    }

    private static List<List<String>> csvOf(byte[] file) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(new ByteArrayInputStream(file))) {
            return reader.stream()
                    .map(row ->
                            row.getFields().stream().map(ExportsTest::normal).toList())
                    .toList();
        }
    }

    /** A number in one spelling. */
    private static String normal(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?") ? plain(new BigDecimal(cell)) : cell;
    }

    private static List<List<String>> sheetOf(byte[] file) throws IOException {
        return sheetOf(file, 1);
    }

    private static List<List<String>> sheetOf(byte[] file, int sheet) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            List<Row> rows = workbook.getSheet(sheet).orElseThrow().read();
            int columns = rows.stream().mapToInt(Row::getCellCount).max().orElseThrow();
            return rows.stream()
                    .map(row -> IntStream.range(0, columns)
                            .mapToObj(at -> row.getOptionalCell(at)
                                    .map(ExportsTest::textOf)
                                    .orElse(""))
                            .toList())
                    .toList();
        }
    }

    private static String textOf(Cell cell) {
        if (cell.getType() == CellType.NUMBER && "yyyy-mm-dd".equals(cell.getDataFormatString())) {
            return cell.asDate().toLocalDate().toString();
        }
        return switch (cell.getType()) {
            case NUMBER -> plain(cell.asNumber());
            case BOOLEAN -> cell.asBoolean().toString();
            case STRING -> normal(cell.asString());
            default -> "";
        };
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
