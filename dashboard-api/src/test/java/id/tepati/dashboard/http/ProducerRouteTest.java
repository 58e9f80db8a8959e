package id.tepati.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.access.http.Gate;
import id.tepati.access.record.AccessView;
import id.tepati.access.secret.Secret;
import id.tepati.contract.api.DescribedApi;
import id.tepati.dashboard.readmodel.ModelFixture;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example behind a gate: kel-melati and kel-kenanga lie in kec-mawar. */
final class ProducerRouteTest {
    private static final Clock CLOCK = Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATION = "GET /api/v1/producers/{id}";

    private final ModelFixture city = ModelFixture.city();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private AccessView access = Producers.view();
    private Javalin server;

    @BeforeEach
    void start() {
        DashboardRoutes routes = new DashboardRoutes(city, Health.of(city), metrics, () -> access, CLOCK);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new Gate(() -> access, true, CLOCK).guard(config);
                    routes.addTo(config);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
        metrics.close();
    }

    private HttpResponse<String> get(String path, @Nullable Secret with) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (with != null) {
            request.header("Authorization", "Bearer " + with.text());
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> producer(String id, @Nullable Secret with) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/producers/" + id, with);
        assertThat(DescribedApi.complaints(
                        OPERATION,
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElseThrow(),
                        answer.body()))
                .as(answer.body())
                .isEmpty();
        return answer;
    }

    private JsonNode told(String id, Secret with) throws IOException, InterruptedException {
        HttpResponse<String> answer = producer(id, with);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void aProducerIsToldOfItsOwnAlone() throws Exception {
        JsonNode loket = told("loket", Producers.LOKET);

        assertThat(loket.path("sources"))
                .extracting(one ->
                        one.path("unit").asText() + " " + one.path("source").asText())
                .containsExactly("kel-melati loket-1", "kel-kenanga loket-1");
        assertThat(loket.path("received").asInt()).isEqualTo(13);
        assertThat(loket.path("counted").asInt()).isEqualTo(10);
        assertThat(loket.path("lastSeen").asText()).isEqualTo("2026-11-23T02:59:00Z");
        assertThat(loket.path("refused")).singleElement().satisfies(one -> {
            assertThat(one.path("code").asText()).isEqualTo("unknown-service");
            assertThat(one.path("count").asInt()).isEqualTo(2);
            assertThat(one.path("cure").asText()).startsWith("Publish the service");
        });
        assertThat(loket.path("dead").asInt()).isEqualTo(2);
        assertThat(loket.path("shared").asBoolean()).isFalse();

        JsonNode kenanga = told("loket-kenanga", Producers.KENANGA);
        assertThat(kenanga.path("sources")).singleElement().satisfies(one -> {
            assertThat(one.path("source").asText()).isEqualTo("loket-2");
            assertThat(one.path("silent").asBoolean()).isTrue();
        });
        assertThat(kenanga.path("refused")).isEmpty();
    }

    @Test
    void anotherProducerIsLikeOneThatDoesNotExist() throws Exception {
        HttpResponse<String> unknown = producer("tak-ada", Producers.LOKET);

        assertThat(unknown.statusCode()).isEqualTo(404);
        for (String id : new String[] {"loket-kenanga", "lama", "Loket", "a%20b", "%2F"}) {
            HttpResponse<String> other = producer(id, Producers.LOKET);
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.body()).isEqualTo(unknown.body());
            assertThat(names(other)).isEqualTo(names(unknown));
        }
        assertThat(producer("tak-ada", Producers.OPERATOR).body()).isEqualTo(unknown.body());
    }

    private static String names(HttpResponse<String> answer) {
        return answer.headers().map().keySet().toString();
    }

    @Test
    void anOperatorIsToldTheSameAndAViewerNothing() throws Exception {
        assertThat(told("loket", Producers.OPERATOR)).isEqualTo(told("loket", Producers.LOKET));
        assertThat(told("lama", Producers.OPERATOR).path("revoked").asBoolean()).isTrue();
        assertThat(producer("loket", Producers.VIEWER).statusCode()).isEqualTo(404);
        assertThat(producer("loket", null).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyOpensNothingElse() throws Exception {
        for (String path : new String[] {"status", "dead-letters", "units", "overview", "cases"}) {
            assertThat(get("/api/v1/" + path, Producers.LOKET).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoeverWasRevokedIsToldSo() throws Exception {
        HttpResponse<String> answer = producer("lama", Producers.REVOKED);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("key-revoked");
        assertThat(get("/api/v1/status", Producers.REVOKED).statusCode()).isEqualTo(401);
    }

    @Test
    void whatAnotherOneMaySendTooIsLeftOutForBoth() throws Exception {
        access = Producers.overlapping();

        JsonNode loket = told("loket", Producers.LOKET);
        assertThat(loket.path("sources"))
                .extracting(one -> one.path("unit").asText())
                .containsExactly("kel-kenanga");
        assertThat(loket.path("shared").asBoolean()).isTrue();
        assertThat(loket.path("dead").asInt()).isEqualTo(1);
        assertThat(loket.path("refused").path(0).path("count").asInt()).isEqualTo(1);

        JsonNode melati = told("loket-melati", Producers.MELATI);
        assertThat(melati.path("sources")).isEmpty();
        assertThat(melati.path("lastSeen").isNull()).isTrue();
        assertThat(melati.path("shared").asBoolean()).isTrue();
    }
}
