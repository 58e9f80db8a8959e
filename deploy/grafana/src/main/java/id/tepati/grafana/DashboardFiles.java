package id.tepati.grafana;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of Grafana's dashboards by name, as they follow from the source. */
public final class DashboardFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DashboardFiles() {}

    /**
     * Makes the files.
     *
     * @param source YAML in the form that {@code dashboards.yaml} explains
     * @return text by file name
     * @throws IllegalArgumentException where the source has a field that is unknown or lacks one
     */
    public static SortedMap<String, String> from(Path source) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Dashboard dashboard : read(source)) {
            files.put(dashboard.uid() + ".json", text(DashboardJson.of(dashboard)));
        }
        return files;
    }

    private static List<Dashboard> read(Path source) {
        try (InputStream yaml = Files.newInputStream(source)) {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            return JSON.convertValue(loaded, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ObjectNode json) {
        DefaultIndenter unix = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(unix);
        try {
            return JSON.writer(printer.withArrayIndenter(unix)).writeValueAsString(json) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
