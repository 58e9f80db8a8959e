package id.tepati.standalone.cli;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterFilter {
    @Option(names = "--source", paramLabel = "S", description = "only those of this source; - for those that tell none")
    @Nullable
    String source;

    @Option(names = "--unit", paramLabel = "U", description = "only those of this unit; - for those that tell none")
    @Nullable
    String unit;

    @Option(names = "--code", paramLabel = "C", description = "only those refused for this, such as unknown-unit")
    @Nullable
    String code;

    /** As parameters of a question; empty where all are meant. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, "source", source);
        put(parameters, "unit", unit);
        put(parameters, "code", code);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
