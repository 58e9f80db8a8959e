package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.standalone.Webhook.Alert;
import id.tepati.standalone.Webhook.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped configuration at work: a real Prometheus samples the real jar, a real Alertmanager sends on what its rules
 * find, and every query of the dashboards is asked. One unit has 12 complaints answered in time and 8 overdue,
 * and somebody waits at its counter. Two others break 33 promises each, all at once.
 */
class MonitoringIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String UNIT = "kel-melati";
    private static final List<String> WORST = List.of("kel-dahlia", "kel-kenanga");
    private static final int BROKEN = 33;
    private static final int OVERDUE = 8;

    /** Nobody falls silent within the minute that this test takes. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("Sumber diam · Silent sources");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static final List<AutoCloseable> started = new ArrayList<>();
    private static Api tepati;
    private static Api prometheus;
    private static Webhook webhook;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Tool.PROMETHEUS.isThere(), "left out: prometheus is not installed");
        assumeTrue(Tool.ALERTMANAGER.isThere(), "left out: alertmanager is not installed");
        RealJar jar = keep(RealJar.start(folder, "up", "--data", "data", "--port", "0"));
        webhook = keep(new Webhook());
        int alertmanagerPort = Tool.freePort();
        Path alertmanagerConfig = ShippedConfig.alertmanager(folder, webhook.address());
        keep(Tool.ALERTMANAGER.serve(
                folder,
                alertmanagerPort,
                "--config.file=" + alertmanagerConfig,
                "--storage.path=" + folder.resolve("alertmanager-data"),
                "--cluster.listen-address="));
        String address = jar.awaitReady();
        tepati = new Api(address);
        publishCatalogue();
        sendEvents();
        awaitFigures();
        Path prometheusConfig = ShippedConfig.prometheus(folder, address, alertmanagerPort);
        Tool.Running sampling = keep(Tool.PROMETHEUS.serve(
                folder,
                Tool.freePort(),
                "--config.file=" + prometheusConfig,
                "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                "--rules.alert.resend-delay=2s"));
        prometheus = new Api(sampling.address().toString());
    }

    private static <T extends AutoCloseable> T keep(T running) {
        started.add(0, running);
        return running;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : started) {
            each.close();
        }
    }

    private static void publishCatalogue() {
        StringBuilder services = new StringBuilder();
        StringBuilder standards = new StringBuilder();
        for (int service = 1; service <= BROKEN; service++) {
            services.append("  - {id: %s, name: Layanan %d}\n".formatted(service(service), service));
            standards.append(
                    "  - {type: kelurahan, service: %s, sk: SK UJI/2, promises: [{clock: resolution, within: 2 calendar-days, target: 90%%}]}\n"
                            .formatted(service(service)));
        }
        String yaml = """
                calendars:
                  - {id: tanpa-libur, alwaysOpen: true}
                units:
                  - {id: kec-mawar, name: Kecamatan Mawar, type: kecamatan, zone: Asia/Jakarta, calendar: tanpa-libur}
                  - {id: kel-melati, name: Kelurahan Melati, type: kelurahan, parent: kec-mawar, zone: Asia/Jakarta, calendar: tanpa-libur}
                  - {id: kel-dahlia, name: Kelurahan Dahlia, type: kelurahan, parent: kec-mawar, zone: Asia/Jakarta, calendar: tanpa-libur}
                  - {id: kel-kenanga, name: Kelurahan Kenanga, type: kelurahan, parent: kec-mawar, zone: Asia/Jakarta, calendar: tanpa-libur}
                services:
                  - {id: aduan, name: Pengaduan}
                  - {id: loket, name: Loket}
                %sstandards:
                  - {type: kelurahan, service: aduan, sk: SK UJI/1, promises: [{clock: resolution, within: 2 calendar-days, target: 90%%}]}
                %s""".formatted(services, standards);
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(yaml) + "}]}";
        Api.Answer answer = tepati.post("/api/v1/catalog?mode=apply", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static String service(int number) {
        return "layanan-%02d".formatted(number);
    }

    private static void sendEvents() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant sixDaysAgo = now.minus(6, ChronoUnit.DAYS);
        List<String> events = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            events.add(event("complaint.received", "received-" + number, sixDaysAgo, aduan(number)));
            if (number <= 12) {
                Instant nextDay = sixDaysAgo.plus(1, ChronoUnit.DAYS);
                events.add(event(
                        "complaint.closed", "closed-" + number, nextDay, aduan(number) + ",\"outcome\":\"resolved\""));
            }
        }
        for (String unit : WORST) {
            for (int number = 0; number < BROKEN * OVERDUE; number++) {
                String data = ",\"service\":\"%s\",\"case\":\"Q-%d\"".formatted(service(1 + number / OVERDUE), number);
                events.add(event(unit, "complaint.received", unit + "-" + number, sixDaysAgo, data));
            }
        }
        events.add(event("source.heartbeat", "alive", now, ""));
        events.add(event("ticket.issued", "A-1", now, ",\"service\":\"loket\",\"case\":\"T-1\",\"number\":\"A-1\""));
        Api.Answer answer = tepati.post(
                "/api/v1/events", "application/cloudevents-batch+json", "[" + String.join(",", events) + "]");
        assertThat(answer.body().path("accepted").asInt())
                .as(answer.body().toString())
                .isEqualTo(34 + WORST.size() * BROKEN * OVERDUE);
    }

    private static String aduan(int number) {
        return ",\"service\":\"aduan\",\"case\":\"P-" + number + "\"";
    }

    private static void awaitFigures() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(tepati.figures(UNIT, "resolution")).isEqualTo(new Api.Figures(12, 8, 8, 0));
            for (String unit : WORST) {
                assertThat(tepati.figures(unit, "resolution").late()).isEqualTo(BROKEN * OVERDUE);
            }
        });
    }

    private static String event(String type, String id, Instant time, String more) {
        return event(UNIT, type, id, time, more);
    }

    private static String event(String unit, String type, String id, Instant time, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"uji/loket\",\"type\":\"id.tepati." + type
                + ".v1\",\"time\":\"" + time + "\",\"data\":{\"unit\":\"" + unit + "\"" + more + "}}";
    }

    @Test
    void aBrokenPromiseArrivesAtTheWebhookInWordsAndLeadsToThePage() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(webhook.messages(UNIT)).isNotEmpty());

        Message message = webhook.messages(UNIT).get(0);
        Alert alert = message.alerts().get(0);
        assertThat(message.path()).isEqualTo("/leader");
        assertThat(alert.label("service")).isEqualTo("aduan");
        assertThat(alert.label("promise")).isEqualTo("resolution");
        assertThat(alert.annotation("summary"))
                .isEqualTo("Kelurahan Melati tidak menepati janji penyelesaian pengaduan untuk Pengaduan");
        assertThat(alert.annotation("description"))
                .isEqualTo("Dalam 30 hari terakhir 60 % tepat waktu (n = 20); targetnya 90 %.");
        String link = alert.annotation("link");
        assertThat(link).endsWith("/unit/kel-melati/layanan/aduan");
        assertThat(tepati.text(link.substring(link.indexOf("/unit/")))).contains("<!doctype html>");
    }

    /** The page shows the last 30 days of the unit, today included. */
    @Test
    void theFigureOfTheMessageIsThatOfThePageItLeadsTo() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        JsonNode row = tepati.get(
                        "/api/v1/compliance?unit=kel-melati&service=aduan&from=" + today.minusDays(29) + "&to=" + today)
                .path("rows")
                .path(0);

        assertThat(row.path("n").asInt()).isEqualTo(20);
        assertThat(row.path("attainment").asDouble()).isEqualTo(0.6);
    }

    @Test
    void sixtySixBrokenPromisesOfTwoUnitsAreTwoMessages() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(WORST)
                        .allSatisfy(unit -> assertThat(webhook.messages(unit)).isNotEmpty()));

        assertThat(WORST).allSatisfy(unit -> {
            assertThat(webhook.messages(unit)).hasSize(1);
            assertThat(webhook.messages(unit).get(0).alerts()).hasSize(BROKEN);
        });
        JsonNode common = webhook.messages("kel-dahlia").get(0).body().path("commonAnnotations");
        assertThat(common.path("unit_name").asText()).isEqualTo("Kelurahan Dahlia");
        assertThat(common.path("unit_link").asText()).endsWith("/unit/kel-dahlia");
    }

    @Test
    void whoGetsATextReadsOneSentenceForEachUnit() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(webhook.texts("Kelurahan Melati")).isNotEmpty();
            assertThat(webhook.texts("Kelurahan Kenanga")).isNotEmpty();
        });

        String page = webhook.messages(UNIT).get(0).alerts().get(0).annotation("unit_link");
        assertThat(webhook.texts("Kelurahan Melati")).containsExactly("""
                        Kelurahan Melati tidak menepati 1 janji dalam 30 hari terakhir: penyelesaian pengaduan untuk Pengaduan (60 %% tepat waktu, n = 20, target 90 %%).
                        %s

                        Kelurahan Melati does not keep 1 promise over the last 30 days: complaint resolution for Pengaduan (60%% on time, n = 20, target 90%%).""".formatted(page));
        assertThat(webhook.texts("Kelurahan Kenanga"))
                .singleElement(STRING)
                .startsWith(
                        "Kelurahan Kenanga tidak menepati 33 janji dalam 30 hari terakhir: penyelesaian pengaduan untuk Layanan 1 (0 % tepat waktu, n = 8, target 90 %); ")
                .contains("; dan 23 lainnya.\n");
    }

    @Test
    void everyQueryOfTheDashboardsHasAnAnswer() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unanswered()).isEmpty());
    }

    /** The panels, by title and query, that show nothing or an error. */
    private static Set<String> unanswered() throws IOException {
        Set<String> unanswered = new TreeSet<>();
        for (Path file : dashboards()) {
            for (JsonNode panel : JSON.readTree(file.toFile()).path("panels")) {
                String title = panel.path("title").asText();
                for (JsonNode target : panel.path("targets")) {
                    String query = target.path("expr").asText();
                    JsonNode answer = ask(query);
                    boolean failed = !answer.path("status").asText().equals("success");
                    boolean empty = answer.path("data").path("result").isEmpty();
                    if (failed || (empty && !MAY_BE_EMPTY.contains(title))) {
                        unanswered.add(title + ": " + query + " "
                                + answer.path("error").asText());
                    }
                }
            }
        }
        return unanswered;
    }

    private static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(ShippedConfig.DEPLOY.resolve("grafana/dashboards"))) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(2);
            return found;
        }
    }

    private static JsonNode ask(String query) {
        String filled = query.replace("$unit", UNIT).replace("$__rate_interval", "1m");
        return prometheus.get("/api/v1/query?query=" + Api.encoded(filled));
    }

    @Test
    void whatPrometheusHoldsIsWhatTepatiAnswers() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(number("tepati_promise_attainment_ratio{unit=\"kel-melati\"}"))
                    .isEqualTo("0.6");
            assertThat(number("tepati_promise_open_cases{state=\"late\",unit=\"kel-melati\"}"))
                    .isEqualTo("8");
            assertThat(number("tepati_unit_state{state=\"not-kept\",unit=\"kel-melati\"}"))
                    .isEqualTo("1");
            assertThat(number("tepati_source_silent")).isEqualTo("0");
            assertThat(number("tepati_queue_waiting")).isEqualTo("1");
        });
        assertThat(tepati.figures(UNIT, "resolution")).isEqualTo(new Api.Figures(12, 8, 8, 0));
    }

    private static String number(String query) {
        return ask(query)
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1)
                .asText();
    }

    @Test
    void everyRuleCanBeJudged() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> health =
                    prometheus.get("/api/v1/rules").path("data").path("groups").findValuesAsText("health");
            assertThat(health).hasSizeGreaterThan(10).containsOnly("ok");
        });
    }

    @Test
    void theMetricsOfStreamsItselfAreLeftOut() {
        assertThat(tepati.text("/metrics"))
                .contains("tepati_pipeline_records_total")
                .doesNotContain("kafka_");
    }
}
