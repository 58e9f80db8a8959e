package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.event.RejectCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Holds docs/ingest.md to what the gateway does. */
@KafkaBroker
final class IngestPageTest {
    private static final Path PAGE = Path.of("../../docs/ingest.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(.*?)```\\n```json\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern REFUSAL =
            Pattern.compile("^\\| `([a-z-]+)` \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern PROBLEM =
            Pattern.compile("^\\| (\\d{3}) \\| `([a-z-]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void showsExamplesThatAnswerAsShown(TestBroker broker) throws Exception {
        Assumptions.assumeTrue(hasCurl(), "the examples need curl and sh");
        int examples = 0;
        try (City city = City.sample(broker);
                Door door = city.door()) {
            for (MatchResult example :
                    EXAMPLE.matcher(Files.readString(PAGE)).results().toList()) {
                String command = example.group(1).replace("http://127.0.0.1:7070", door.address());
                assertThat(run(command)).as(command).isEqualTo(example.group(2));
                examples++;
            }
        }
        assertThat(examples).isEqualTo(5);
    }

    @Test
    void listsEveryRefusalWithItsCure() throws IOException {
        Map<String, String> listed = rows(REFUSAL, 1, 2);

        assertThat(listed)
                .isEqualTo(Stream.of(RejectCode.values())
                        .collect(Collectors.toMap(RejectCode::wireName, RejectCode::cure)));
    }

    @Test
    void listsEveryProblemWithItsStatus() throws IOException {
        Map<String, String> listed = rows(PROBLEM, 2, 1);

        assertThat(listed)
                .isEqualTo(Stream.of(GatewayProblem.values())
                        .collect(
                                Collectors.toMap(GatewayProblem::code, problem -> Integer.toString(problem.status()))));
    }

    private static Map<String, String> rows(Pattern row, int key, int value) throws IOException {
        return row.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(key), found -> found.group(value), (a, b) -> a + b, TreeMap::new));
    }

    private static boolean hasCurl() throws Exception {
        return run("command -v curl || echo none").endsWith("curl");
    }

    private static String run(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}
