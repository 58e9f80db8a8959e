package id.tepati.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.RealJar.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was refused, by the gateway and by the pipeline, before its unit was published, and after that. */
class DeadLettersIT {
    private static final Pattern KAFKA = Pattern.compile("for producers at (\\S+)");

    @TempDir
    Path folder;

    @Test
    void whatWasRefusedIsCountedOnceBeforeAndAfterTheCure() throws Exception {
        try (RealJar server = up()) {
            Api api = new Api(server.awaitReady());
            assertThat(send(api, event("P-1", "")).status()).isEqualTo(422);
            assertThat(send(api, event("P-1", "")).status()).isEqualTo(422);
            assertThat(send(api, event("P-2", "\"telepon\":\"081234567890\",")).status())
                    .isEqualTo(422);
            assertThat(send(api, "{\"specversion\":").status()).isEqualTo(400);
            pastTheGateway(server, event("P-3", ""));
            awaitDead(api, 3, 2);
            server.kill();
        }
        try (RealJar server = up()) {
            String address = server.awaitReady();
            Api api = new Api(address);
            awaitDead(api, 3, 2);
            assertThat(api.get("/api/v1/dead-letters?source=-&unit=-")
                            .path("total")
                            .asInt())
                    .as("what names no source")
                    .isEqualTo(1);

            Ended tooEarly = letters(address, "replay", "--source", "uji/ditolak");
            assertThat(tooEarly.exit()).as(tooEarly.output()).isEqualTo(3);
            assertThat(tooEarly.output()).contains("unknown-unit at /data/unit", "sent again 0 of 3");
            awaitDead(api, 3, 2);

            publish(api);
            Ended cured = letters(address, "replay", "--source", "uji/ditolak");
            assertThat(cured.exit()).as(cured.output()).isEqualTo(3);
            assertThat(cured.output()).contains("sent again 2 of 3, of these refused by the pipeline 0");
            assertThat(cured.output()).contains("not-replayable: Personal data was masked");
            awaitDead(api, 1, 1);
            assertThat(source(api).path("counted").asInt()).isEqualTo(2);
            assertThat(source(api).path("received").asInt()).isEqualTo(3);
            assertThat(opened(api)).isEqualTo(2);

            send(api, event("P-1", ""));
            await().untilAsserted(() ->
                    assertThat(source(api).path("duplicate").asInt()).isEqualTo(1));
            assertThat(opened(api)).isEqualTo(2);
            assertThat(letters(address, "list", "--source", "uji/ditolak").output())
                    .contains("unknown-unit", "1 of 1 dead letters");
            Ended dismissed = letters(address, "dismiss", "--all");
            assertThat(dismissed.exit()).as(dismissed.output()).isZero();
            await().untilAsserted(() -> assertThat(
                            api.get("/api/v1/dead-letters").path("total").asInt())
                    .isZero());
            assertThat(source(api).path("dead").asInt()).isZero();
        }
    }

    private RealJar up() {
        return RealJar.start(folder, "up", "--data", "data", "--port", "0");
    }

    private Ended letters(String address, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "dead-letters";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[line.length - 2] = "--url";
        line[line.length - 1] = address;
        return RealJar.run(folder, line);
    }

    private static String event(String id, String more) {
        return """
                {"specversion":"1.0", "id":"%s", "source":"uji/ditolak", "type":"id.tepati.complaint.received.v1",
                 "time":"2026-04-01T02:00:00Z", "data":{%s"unit":"peran", "service":"aduan-uji", "case":"%s"}}
                """.formatted(id, more, id);
    }

    private static Answer send(Api api, String event) {
        return api.post("/api/v1/events", "application/json", event);
    }

    private static void pastTheGateway(RealJar server, String event) throws Exception {
        Matcher address = KAFKA.matcher(server.printed());
        assertThat(address.find()).isTrue();
        Map<String, Object> settings = Map.of("bootstrap.servers", address.group(1));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("tepati.complaints.v1", event.getBytes(UTF_8)))
                    .get();
        }
    }

    private static void publish(Api api) {
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(Load.CATALOGUE) + "}]}";
        assertThat(api.post("/api/v1/catalog?mode=apply", "application/json", body)
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode source(Api api) {
        for (JsonNode row : api.get("/api/v1/status").path("sources")) {
            if (row.path("source").asText().equals("uji/ditolak")) {
                return row;
            }
        }
        throw new AssertionError("nothing is known of the source");
    }

    private static void awaitDead(Api api, int dead, int atGateway) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode source = source(api);
            assertThat(source.path("dead").asInt()).isEqualTo(dead);
            assertThat(source.path("atGateway").asInt()).isEqualTo(atGateway);
            assertThat(api.get("/api/v1/dead-letters?source=uji%2Fditolak")
                            .path("total")
                            .asInt())
                    .isEqualTo(dead);
        });
    }

    private static int opened(Api api) {
        return api.get("/api/v1/compliance?unit=peran&clock=resolution")
                .path("rows")
                .path(0)
                .path("opened")
                .asInt();
    }
}
