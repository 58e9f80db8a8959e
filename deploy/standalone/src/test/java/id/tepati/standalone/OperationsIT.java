package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.Api.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator meets beside the story of {@link RehearsalIT}: a broker that fails, machines of other languages. */
class OperationsIT {
    private static final Figures ONE_LATE = new Figures(0, 1, 1, 0);
    private static final Pattern KAFKA = Pattern.compile("for producers at (\\S+)");

    @TempDir
    Path folder;

    @Test
    void aBrokerThatFailsIsSeenAndDoesNotKeepTheProcessFromEnding() throws Exception {
        try (RealJar server = up("data")) {
            Api api = new Api(server.awaitReady());
            publish(api);
            unregisterBrokerOf(server);

            assertThat(send(api, "P-1").status()).isEqualTo(503);
            assertThat(api.status("/readyz")).isEqualTo(503);
            assertThat(api.text("/readyz")).contains("Kafka");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(api.text("/readyz")).contains("has not answered for the inputs for"));

            Instant asked = Instant.now();
            assertThat(server.stop()).isEqualTo(13);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(server.printed()).contains("did not end in time and were cut short");
        }
    }

    @Test
    void theMachineMaySpeakAnyLanguage() {
        List<List<String>> locales = List.of(
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"),
                List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.extensions=u-ca-buddhist-nu-thai"),
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=US-ASCII"));
        boolean published = false;
        for (List<String> locale : locales) {
            try (RealJar server = RealJar.start(folder, locale, "up", "--data", "data", "--port", "0")) {
                Api api = new Api(server.awaitReady());
                if (!published) {
                    publish(api);
                    assertThat(send(api, "P-1").status()).isEqualTo(202);
                    published = true;
                }
                awaitFigures(api, ONE_LATE);
                assertThat(server.stop()).as(locale.toString()).isZero();
            }
        }
    }

    private RealJar up(String data) {
        return RealJar.start(folder, "up", "--data", data, "--port", "0");
    }

    private static void publish(Api api) {
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(Load.CATALOGUE) + "}]}";
        Answer answer = api.post("/api/v1/catalog?mode=apply", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static Answer send(Api api, String id) {
        return api.post("/api/v1/events", "application/json", """
                {"specversion":"1.0", "id":"%s", "source":"uji/operasi", "type":"id.tepati.complaint.received.v1",
                 "time":"2026-04-01T02:00:00Z", "data":{"unit":"peran", "service":"aduan-uji", "case":"P-1"}}
                """.formatted(id));
    }

    private static void awaitFigures(Api api, Figures expected) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(api.figures("peran", "resolution")).isEqualTo(expected));
    }

    /** As another controller on a copy of the directory did once: the broker is there and may do nothing. */
    private static void unregisterBrokerOf(RealJar server) throws ExecutionException, InterruptedException {
        Matcher address = KAFKA.matcher(server.printed());
        assertThat(address.find()).isTrue();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address.group(1)))) {
            admin.unregisterBroker(1).all().get();
        }
    }
}
