package id.tepati.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.standing.UnitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers of the rules that stand in what is asked of Prometheus, where no metric tells them. */
class MonitoringFilesTest {
    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern WINDOW = Pattern.compile("window=\\\\?\"([^\"\\\\]+)");
    private static final Pattern SUM = Pattern.compile("(?:sum|ratio)([0-9]+d)\\b");
    private static final Pattern ENOUGH = Pattern.compile("tepati_promise_verdicts:sum\\w+ >= (\\d+)");

    @Test
    void lookBackOverTheDaysOfTheRules() throws IOException {
        Set<String> windows = Set.of(UnitStatus.DAYS + "d", UnitStatus.WEEK + "d");

        assertThat(found(WINDOW)).isEqualTo(windows);
        assertThat(found(SUM)).isEqualTo(windows);
    }

    @Test
    void findWhereThereAreVerdictsEnough() throws IOException {
        assertThat(found(ENOUGH)).containsExactly(Long.toString(UnitStatus.ENOUGH));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("prometheus/rules", "grafana/dashboards")) {
            try (Stream<Path> files = Files.list(DEPLOY.resolve(folder))) {
                files.map(MonitoringFilesTest::read)
                        .forEach(text -> pattern.matcher(text).results().forEach(hit -> found.add(hit.group(1))));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
