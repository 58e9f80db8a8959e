package id.tepati.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scripts of the page: what is pure is tested by Node.js where there is one, each file of {@code src/test/js}. */
final class ScriptsTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/id/tepati/dashboard/page/static");
    private static final Path TESTS = Path.of("src/test/js");
    private static final Pattern BUILDS_ADDRESSES =
            Pattern.compile("encodeURIComponent|URLSearchParams|location\\.(search|pathname)|['\"`]/[a-z$]");

    private static final Pattern READS_THE_CLOCK = Pattern.compile("Date\\.now\\(|new Date\\(\\)");

    @TestFactory
    Stream<DynamicTest> areRightWhereTheyArePure() throws IOException {
        List<Path> tests = files(TESTS);
        assertThat(tests).isNotEmpty();
        return tests.stream()
                .map(test -> DynamicTest.dynamicTest(test.getFileName().toString(), test.toUri(), () -> run(test)));
    }

    @Test
    void leaveAddressesToOneOfThem() throws IOException {
        List<String> others = files(SCRIPTS).stream()
                .filter(file -> !file.endsWith("addresses.js"))
                .flatMap(ScriptsTest::numberedLines)
                .filter(line -> BUILDS_ADDRESSES.matcher(line).find())
                .toList();

        assertThat(others).isEmpty();
    }

    /** A viewer's clock may be days off. */
    @Test
    void leaveNowToTheServer() throws IOException {
        List<String> others = files(SCRIPTS).stream()
                .filter(file -> !file.endsWith("server-clock.js"))
                .flatMap(ScriptsTest::numberedLines)
                .filter(line -> READS_THE_CLOCK.matcher(line).find())
                .toList();

        assertThat(others).isEmpty();
    }

    private static void run(Path test) throws IOException, InterruptedException {
        Optional<Path> node = node();
        assumeTrue(node.isPresent(), "left out: node (Node.js) is not installed");
        Process process = new ProcessBuilder(node.get().toString(), test.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
    }

    private static Optional<Path> node() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> numberedLines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                    .map(at -> file.getFileName() + ":" + (at + 1) + " " + lines.get(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        }
    }
}
