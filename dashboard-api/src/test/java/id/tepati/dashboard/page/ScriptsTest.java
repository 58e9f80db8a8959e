package id.tepati.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.tepati.dashboard.query.Freshness;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.standing.UnitStatus;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scripts of the page: what is pure is tested by Node.js where there is one, each file of {@code src/test/js}. */
final class ScriptsTest {
    private static final Pattern GLOSSARY_ENTRY = Pattern.compile("figure: '[a-z-]+'");
    private static final Path SCRIPTS = Path.of("src/main/resources/id/tepati/dashboard/page/static");
    private static final Path TESTS = Path.of("src/test/js");
    private static final Pattern BUILDS_ADDRESSES =
            Pattern.compile("encodeURIComponent|URLSearchParams|location\\.(search|pathname)|['\"`]/[a-z$]");

    private static final Pattern READS_THE_CLOCK = Pattern.compile("Date\\.now\\(|new Date\\(\\)");

    /** How much of a list is shown, the minutes of half an hour, and the shapes of signs. */
    private static final List<String> OF_THE_PAGE =
            List.of("const ATTENTION = ", "const ON_THE_WALL = ", "const HALF_HOUR = ", "signs.js:");

    /** A status or a mark that a script chooses: by a verdict's number, a target or the time from which there is a risk. */
    private static final Pattern DECIDES = Pattern.compile("return '(no-data|no-target|kept|at-risk|not-kept)'"
            + "| [?:] '(no-data|no-target|kept|at-risk|not-kept)'"
            + "|\\bn\\s*[<>]=?\\s*[^0=]"
            + "|attainment\\s*[<>]|target\\s*[<>]|atRiskFrom|\\bkept \\?");

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

    /** A page that knows a number of the rules goes on showing it when the rule is another. */
    @Test
    void areGivenTheNumbersOfTheRules() throws IOException {
        String numbers = Stream.of(
                        UnitStatus.DAYS, UnitStatus.WEEK, UnitStatus.ENOUGH, Freshness.STALE_AFTER.toSeconds())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("(?<![\\w.':-])(" + numbers + ")(?![\\w.'-])");

        assertThat(linesThat(line ->
                        named.matcher(line).find() && OF_THE_PAGE.stream().noneMatch(line::contains)))
                .isEmpty();
    }

    /** What is told of a promise, a clock and a case is in the answers: nothing of it is worked out from figures. */
    @Test
    void decideNothingThatAnAnswerTells() throws IOException {
        assertThat(linesThat(line -> DECIDES.matcher(line).find())).isEmpty();
    }

    /** Which kinds of clock there are, and of what cases, is told with each of them. Entries of the glossary are no clocks. */
    @Test
    void nameNoClock() throws IOException {
        String clocks = Stream.of(ClockKind.values()).map(ClockKind::id).collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("['\"`](" + clocks + ")['\"`]|\\b(" + clocks + "):");

        assertThat(linesThat(line -> named.matcher(GLOSSARY_ENTRY.matcher(line).replaceAll(""))
                        .find()))
                .isEmpty();
    }

    private static List<String> linesThat(Predicate<String> offend) throws IOException {
        return files(SCRIPTS).stream()
                .flatMap(ScriptsTest::numberedLines)
                .filter(offend)
                .toList();
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
