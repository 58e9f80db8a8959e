package id.tepati.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardFilesTest {
    private static final Path COMMITTED = Path.of("dashboards");
    private static final List<String> KNOWN_UNITS = List.of("short", "percentunit", "s", "ops");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SortedMap<String, String> made() {
        return DashboardFiles.from(Path.of("dashboards.yaml"));
    }

    static Stream<JsonNode> dashboards() throws IOException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String text : made().values()) {
            parsed.add(JSON.readTree(text));
        }
        return parsed.stream();
    }

    private static Stream<JsonNode> panels(JsonNode dashboard) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(dashboard.path("panels").elements(), 0), false);
    }

    /** With {@code -Dtepati.golden=write} the files are written instead of compared. */
    @Test
    void theCommittedFilesAreThoseOfTheSource() throws IOException {
        SortedMap<String, String> made = made();
        if ("write".equals(System.getProperty("tepati.golden"))) {
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.writeString(COMMITTED.resolve(file.getKey()), file.getValue());
            }
        }
        try (Stream<Path> files = Files.list(COMMITTED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(made.keySet());
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            assertThat(Files.readString(COMMITTED.resolve(file.getKey()))).isEqualTo(file.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsHaveAnIdOfTheirOwnAndAPlaceOfTheirOwn(JsonNode dashboard) {
        assertThat(panels(dashboard).map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        List<String> cells = panels(dashboard)
                .map(panel -> panel.path("gridPos"))
                .flatMap(DashboardFilesTest::cells)
                .toList();
        assertThat(cells).doesNotHaveDuplicates();
        assertThat(cells).noneMatch(cell -> cell.startsWith("24,"));
    }

    private static Stream<String> cells(JsonNode place) {
        List<String> cells = new ArrayList<>();
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                cells.add((place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksTheProvisionedPrometheusInAKnownUnit(JsonNode dashboard) throws IOException {
        assertThat(Files.readString(Path.of("provisioning/datasources/tepati.yaml")))
                .contains("uid: tepati-prometheus\n");
        List<JsonNode> asking = panels(dashboard)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
        assertThat(asking).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("tepati-prometheus");
            assertThat(panel.path("targets"))
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(
                                    target.path("datasource").path("uid").asText())
                            .isEqualTo("tepati-prometheus"));
            assertThat(panel.path("targets").findValuesAsText("refId")).doesNotHaveDuplicates();
            assertThat(KNOWN_UNITS)
                    .contains(panel.path("fieldConfig")
                            .path("defaults")
                            .path("unit")
                            .asText());
        });
    }

    @Test
    void aTypingErrorInTheSourceIsFound(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("wrong.yaml"), """
                - uid: x
                  title: X
                  about: X
                  from: now-1h
                  rows:
                    - title: R
                      panels:
                        - {title: P, kind: number, width: 6, height: 4, query: up, colour: red}
                """);

        assertThatThrownBy(() -> DashboardFiles.from(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }
}
