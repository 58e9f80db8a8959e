package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped configuration as the tools of Prometheus and Alertmanager check it, with the unit tests of the rules. */
class MonitoringConfigIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void prometheusTakesItsConfiguration() throws Exception {
        check(Tool.PROMTOOL, "check", "config", shipped("prometheus/prometheus.yml"));
    }

    /** As one does for a server that asks who comes, by HTTPS. */
    @Test
    void prometheusTakesItWithATokenAndAnAuthorityToo() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "rahasia");
        Path authority = Files.writeString(folder.resolve("ca.pem"), new TestAuthority().pem());
        String secured = Files.readString(Path.of(shipped("prometheus/prometheus.yml")))
                .replaceAll("(?m)^    # (authorization:|  credentials_file:|scheme:|tls_config:|  ca_file:)", "    $1")
                .replace("/etc/prometheus/tepati.token", token.toString())
                .replace("/etc/prometheus/tepati-ca.pem", authority.toString());
        assertThat(secured).contains("\n    scheme: https\n", "credentials_file: " + token, "ca_file: " + authority);

        check(
                Tool.PROMTOOL,
                "check",
                "config",
                Files.writeString(folder.resolve("prometheus.yml"), secured).toString());
    }

    @Test
    void theRulesPassTheirTests() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        arguments.addAll(tests());
        check(Tool.PROMTOOL, arguments.toArray(String[]::new));
    }

    @Test
    void alertmanagerTakesItsConfiguration() throws Exception {
        check(Tool.AMTOOL, "check-config", shipped("alertmanager/alertmanager.yml"));
    }

    /** The first wait parts a message from the one before it, the interval each further one from the last. */
    @Test
    void aUnitIsToldOfOnceAMinuteAtMost() throws IOException {
        JsonNode route = yaml(ShippedConfig.DEPLOY.resolve("alertmanager/alertmanager.yml"))
                .path("route");

        assertThat(route.path("group_by")).extracting(JsonNode::asText).containsExactly("unit");
        assertThat(minutes(route.path("group_wait"))).isGreaterThanOrEqualTo(1);
        assertThat(minutes(route.path("group_interval"))).isGreaterThanOrEqualTo(1);
        assertThat(route.findValues("group_by")).as("no route has another").hasSize(1);
        assertThat(route.findValues("group_wait")).hasSize(1);
        assertThat(route.findValues("group_interval")).hasSize(1);
    }

    private static int minutes(JsonNode duration) {
        assertThat(duration.asText()).matches("\\d+m");
        return Integer.parseInt(duration.asText().replace("m", ""));
    }

    static List<String> messages() throws IOException {
        try (Stream<Path> files = Files.list(ShippedConfig.DEPLOY.resolve("alertmanager/tests"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theTextsOfMessagesReadAsExpected(String message) throws Exception {
        String text = check(
                Tool.AMTOOL,
                "template",
                "render",
                "--template.glob=" + shipped("alertmanager/tepati.tmpl"),
                "--template.text={{ template \"tepati.subject\" . }}\n\n{{ template \"tepati.text\" . }}",
                "--template.data=" + shipped("alertmanager/tests/" + message + ".json"));

        assertThat(text.strip())
                .isEqualTo(Files.readString(Path.of(shipped("alertmanager/tests/" + message + ".txt")))
                        .strip());
    }

    /** No Docker engine runs it here; what can be known without one is checked. */
    @Test
    void theContainersMountFilesThatAreThere() throws Exception {
        Path compose = ShippedConfig.DEPLOY.resolve("compose");
        List<String> mounted = yaml(compose.resolve("compose.yaml")).findValues("volumes").stream()
                .filter(JsonNode::isArray)
                .flatMap(volumes -> StreamSupport.stream(volumes.spliterator(), false))
                .map(volume -> volume.asText().split(":")[0])
                .filter(volume -> volume.startsWith("."))
                .toList();

        assertThat(mounted)
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertThat(compose.resolve(path)).exists());
    }

    @Test
    void theContainersHaveTheShippedConfigurationButForNames() throws IOException {
        assertThat(withoutNames("compose/prometheus/prometheus.yml"))
                .isEqualTo(withoutNames("prometheus/prometheus.yml"));
        assertThat(withoutNames("compose/grafana/datasource.yaml"))
                .isEqualTo(withoutNames("grafana/provisioning/datasources/tepati.yaml"));
    }

    private static List<String> withoutNames(String file) throws IOException {
        return Files.readAllLines(ShippedConfig.DEPLOY.resolve(file)).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .map(line -> line.replaceAll("(tepati|alertmanager|prometheus|127\\.0\\.0\\.1):(\\d+)", "host:$2"))
                .toList();
    }

    private static JsonNode yaml(Path file) throws IOException {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    private static String shipped(String file) {
        return ShippedConfig.DEPLOY.resolve(file).toAbsolutePath().toString();
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.list(ShippedConfig.DEPLOY.resolve("prometheus/tests"))) {
            return files.map(file -> file.toAbsolutePath().toString()).sorted().toList();
        }
    }

    private String check(Tool tool, String... arguments) throws IOException, InterruptedException {
        assumeTrue(tool.isThere(), () -> "left out: " + tool.names().get(0) + " is not installed");
        Tool.Ended ended = tool.run(folder, List.of(arguments));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
