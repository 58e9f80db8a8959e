package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** The jar that was built, run as a user runs it: in a process of its own. */
public final class RealJar implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("condition +(https?://[^/]+)/readyz");

    private final Process process;
    private final Path output;

    private RealJar(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What a command that came to its end printed. */
    public record Ended(int exit, String output) {}

    public static Path examples() {
        return Path.of(System.getProperty("tepati.examples"));
    }

    public static RealJar start(Path folder, String... arguments) {
        return start(folder, List.of(), arguments);
    }

    /** With more options for Java, such as those of a locale. */
    public static RealJar start(Path folder, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("tepati.jar")));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(folder, "tepati-", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new RealJar(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    public static Ended run(Path folder, String... arguments) {
        try (RealJar jar = start(folder, arguments)) {
            return jar.awaitEnd();
        }
    }

    public Ended awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the command ended; it printed: %s", printed())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), printed());
    }

    /** Waits until it is ready and answers where its API is. */
    public String awaitReady() {
        try {
            awaitPrinted("Ready after");
        } catch (ConditionTimeoutException notReady) {
            throw new AssertionError("it did not become ready; its threads: " + threads(), notReady);
        }
        Matcher address = ADDRESS.matcher(printed());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    public void awaitPrinted(String text) {
        await().atMost(PATIENCE)
                .failFast(
                        "it ended",
                        () -> assertThat(process.isAlive() || printed().contains(text))
                                .as("it ended and had printed: %s", printed())
                                .isTrue())
                .untilAsserted(() -> assertThat(printed()).contains(text));
    }

    /** What each of its threads is doing. */
    private String threads() {
        try {
            Process jstack = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without any warning, as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        awaitGone();
    }

    /** Asks it to end, as Ctrl-C does. */
    public int stop() {
        process.destroy();
        awaitGone();
        return process.exitValue();
    }

    private void awaitGone() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(process.isAlive()).isFalse());
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
