package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.output.Progress;
import id.tepati.contract.topic.Topics;
import id.tepati.standalone.Api.Answer;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import id.tepati.standalone.app.HeapUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One role a process, and several processes of one role, on a Kafka that runs elsewhere. */
@KafkaBroker
class RolesIT {
    private static final String GROUP = "tepati-pipeline-v2";
    private static final int CASES = 3_000;

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static RealJar gateway;
    private static Api events;

    @BeforeAll
    static void publishTheCatalogue(TestBroker given) {
        broker = given;
        gateway = start("gateway");
        events = new Api(gateway.awaitReady());
        String body = "{\"files\":[{\"name\":\"uji.yaml\",\"text\":" + new TextNode(Load.CATALOGUE) + "}]}";
        Answer answer = events.post("/api/v1/catalog?mode=apply", "application/json", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        gateway.stop();
        gateway.close();
    }

    private static RealJar start(String role, String... more) {
        List<String> arguments = new ArrayList<>(List.of(role, "--kafka", broker.bootstrapServers(), "--port", "0"));
        arguments.addAll(List.of(more));
        return RealJar.start(folder, arguments.toArray(String[]::new));
    }

    private static RealJar pipeline(String name) {
        return start("pipeline", "--data", "data-" + name, "--instance", name, "--threads", "1");
    }

    @Test
    void theRolesApartDoTogetherWhatOneProcessDoes() {
        try (RealJar pipeline = start("pipeline", "--data", "data-apart");
                RealJar dashboard = start("dashboard")) {
            // given
            Api condition = new Api(pipeline.awaitReady());
            Api figures = new Api(dashboard.awaitReady());
            assertThat(pipeline.printed()).contains("data-apart").doesNotContain("/api/v1/");
            // when
            Answer answer = events.post("/api/v1/events", "application/json", """
                    {"specversion":"1.0", "id":"apart", "source":"uji/peran", "type":"id.tepati.complaint.received.v1",
                     "time":"%s", "data":{"unit":"peran", "service":"aduan-uji", "case":"P-1"}}
                    """.formatted(
                            Instant.now().minus(Duration.ofHours(3))));
            // then
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(figures.figures("peran", "resolution")).isEqualTo(new Figures(0, 1, 1, 0)));
            for (Api one : List.of(condition, figures, events)) {
                assertThat(one.text("/livez")).isEqualTo("ok\n");
                assertThat(one.text("/readyz")).isEqualTo("ok\n");
                assertThat(one.text("/metrics")).contains("jvm_memory_used_bytes", HeapUse.METRIC + " ");
                assertThat(one.get("/openapi.json").path("openapi").asText()).isEqualTo("3.1.0");
            }
            assertThat(condition.text("/metrics"))
                    .contains("tepati_pipeline_running 1.0", "tepati_pipeline_lag_records");
            assertThat(condition.get("/api/v1/status").path("code").asText()).isEqualTo("unknown-path");
            assertThat(events.get("/api/v1/events").path("code").asText()).isEqualTo("method-not-allowed");
            assertThat(pipeline.stop()).isZero();
            assertThat(dashboard.stop()).isZero();
        }
    }

    @Test
    void noTwoProcessesShareADirectoryOrAName() {
        try (RealJar first = start("pipeline", "--data", "data-a", "--instance", "same")) {
            first.awaitReady();
            Ended sameDirectory = RealJar.run(
                    folder, "pipeline", "--kafka", broker.bootstrapServers(), "--port", "0", "--data", "data-a");
            assertThat(sameDirectory.exit()).isEqualTo(10);
            assertThat(sameDirectory.output())
                    .contains("data-a is in use by process")
                    .contains("--data");

            try (RealJar second = start("pipeline", "--data", "data-b", "--instance", "same")) {
                Ended sameName = first.awaitEnd();
                assertThat(sameName.exit()).isEqualTo(11);
                assertThat(sameName.output()).contains("Another process has joined under the instance name same");
                second.awaitReady();
                second.stop();
            }
        }
        Ended badName = RealJar.run(
                folder,
                "pipeline",
                "--kafka",
                broker.bootstrapServers(),
                "--port",
                "0",
                "--data",
                "data-c",
                "--instance",
                "loket 1");
        assertThat(badName.exit()).isEqualTo(10);
        assertThat(badName.output()).contains("loket 1").contains("--instance");
    }

    @Test
    void threeProcessesShareTheWorkWhileOneIsKilledAndOneIsAdded() {
        Load load = new Load(Instant.now());
        Outputs outputs = new Outputs(broker.bootstrapServers(), broker.admin());
        try (RealJar one = pipeline("one");
                RealJar two = pipeline("two");
                RealJar three = pipeline("three")) {
            one.awaitReady();
            two.awaitReady();
            three.awaitReady();
            awaitWorking("one", "two", "three");
            int before = outputs.read(Topics.CASES).size();

            load.send(broker.bootstrapServers(), 0, CASES / 3);
            await("some are judged")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> outputs.read(Topics.CASES).size() > before);
            two.kill();
            load.send(broker.bootstrapServers(), CASES / 3, 2 * CASES / 3);
            try (RealJar four = pipeline("four")) {
                four.awaitReady();
                awaitWorking("one", "three", "four");
                load.send(broker.bootstrapServers(), 2 * CASES / 3, CASES);
                outputs.awaitJudged(Instant.now());

                assertThat(Load.counted(outputs.tallies())).isEqualTo(Load.expected(CASES));
                assertThat(outputs.read(Topics.DEAD_LETTERS))
                        .extracting(letter -> new String(letter.value(), StandardCharsets.UTF_8))
                        .noneMatch(letter -> letter.contains("regu-"));
                assertThat(outputs.read(Topics.HAND_OFF)).isNotEmpty();
                assertThat(outputs.reports())
                        .hasSize(Load.PARTITIONS)
                        .allSatisfy((partition, reports) -> assertNeverGoesBack(reports));
                four.stop();
            }
        }
    }

    /** Waits until exactly these have a share of the work. */
    private static void awaitWorking(String... names) {
        await("share of the work")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(working()).isEqualTo(Set.of(names)));
    }

    private static Set<String> working() throws ExecutionException, InterruptedException {
        return broker.admin().describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .map(MemberDescription::groupInstanceId)
                .map(id -> id.orElseThrow().replaceFirst("-\\d+$", ""))
                .collect(Collectors.toSet());
    }

    /** Whoever reports on a partition has judged at least what was reported before him. */
    private static void assertNeverGoesBack(List<Progress> reports) {
        for (int i = 1; i < reports.size(); i++) {
            Progress former = reports.get(i - 1);
            Progress report = reports.get(i);
            assertThat(report.asOf()).isAfterOrEqualTo(former.asOf());
            for (Map.Entry<String, Long> processed : former.processed().entrySet()) {
                assertThat(report.processed().getOrDefault(processed.getKey(), 0L))
                        .as("%s as of %s after %s", processed.getKey(), report, former)
                        .isGreaterThanOrEqualTo(processed.getValue());
            }
        }
    }
}
