package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.http.OperatorRoutes;
import id.tepati.standalone.Api;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When something that stands still is told. */
class StandstillTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Integer> positions = new HashMap<>(Map.of("a", 1, "b", 1));
    private final Standstill standstill = new Standstill(() -> positions, nanos::get);

    private void look(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            standstill.look();
        }
    }

    private Health health(Standstill.Bounds bounds) {
        return standstill.health("It has not moved", bounds);
    }

    @Test
    void theOneThatStandsLongestCounts() {
        look(10);
        positions.put("a", 2);
        look(5);

        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(14));

        positions.put("b", 2);
        look(1);
        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(4).plusSeconds(1));
    }

    @Test
    void whatNeedNotMoveAnyMoreIsForgotten() {
        look(30);
        positions.clear();
        look(1);

        assertThat(standstill.look()).isZero();
    }

    @Test
    void aProcessThatWasPutToSleepBlamesNobody() {
        look(3);
        nanos.addAndGet(Duration.ofHours(8).toNanos());

        assertThat(standstill.look()).isEqualTo(Duration.ofSeconds(3));
    }

    /** As whoever restarts processes sees it. Three minutes pass by a clock of the test. */
    @Test
    void whoeverAsksOverHttpIsToldThatThePipelineStandsStillAndWhenItMovesAgain() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        OperatorRoutes routes = new OperatorRoutes(health(Standstill.Bounds.OWN), metrics);
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    routes.addTo(config);
                })
                .start("127.0.0.1", 0);
        try {
            Api api = new Api("http://127.0.0.1:" + server.port());
            look(21);
            assertThat(api.status("/readyz")).isEqualTo(503);
            assertThat(api.status("/livez")).isEqualTo(200);

            look(160);
            assertThat(api.status("/livez")).isEqualTo(503);
            assertThat(api.get("/livez").path("status").asText()).isEqualTo("unavailable");
            assertThat(api.get("/livez").path("reason").asText())
                    .isEqualTo("It has not moved for 180 s: restart the process.");

            positions.replaceAll((name, position) -> position + 1);
            look(1);
            assertThat(api.status("/livez")).isEqualTo(200);
            assertThat(api.text("/livez")).isEqualTo("ok\n");
        } finally {
            server.stop();
            metrics.close();
        }
    }

    @Test
    void itIsUnreadyFirstAndDeadMuchLater() {
        Health own = health(Standstill.Bounds.OWN);
        look(20);
        assertThat(own.unready().get()).isEmpty();
        look(1);
        assertThat(own.unready().get()).contains("It has not moved for 20 s: read the log.");
        assertThat(own.dead().get()).isEmpty();

        look(160);
        assertThat(own.dead().get()).contains("It has not moved for 180 s: restart the process.");
        assertThat(health(Standstill.Bounds.FOREIGN).dead().get()).isEqualTo(Optional.empty());
    }
}
