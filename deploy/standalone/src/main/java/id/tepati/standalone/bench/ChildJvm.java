package id.tepati.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A class of this jar in a process of its own, so that its work and its memory are told apart from those of the benchmark. */
final class ChildJvm implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 30;

    private final Process process;
    private final String introduction;

    private ChildJvm(Process process, String introduction) {
        this.process = process;
        this.introduction = introduction;
    }

    /** Starts a main class with a heap of 1 GiB and waits until it has printed a line with this text. */
    static ChildJvm start(Class<?> main, String awaited, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(tool("java"), "-Xmx1g", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder printed = new StringBuilder();
            while (printed.indexOf(awaited) < 0) {
                String line = out.readLine();
                if (line == null) {
                    throw new IllegalStateException(main.getSimpleName() + " of the benchmark did not start.");
                }
                printed.append(line).append('\n');
            }
            drain(out);
            return new ChildJvm(process, printed.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process whose output nobody reads stands still once the pipe is full. */
    private static void drain(BufferedReader out) {
        Thread drain = new Thread(() -> out.lines().forEach(line -> {}), "bench-child-output");
        drain.setDaemon(true);
        drain.start();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What it printed until it was ready. */
    String introduction() {
        return introduction;
    }

    /** The CPU that it has used. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The bytes of all objects that are reachable, found by a full collection. */
    long liveBytes() {
        try {
            Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String histogram;
            try (BufferedReader out = jcmd.inputReader()) {
                histogram = out.lines().filter(line -> line.startsWith("Total")).collect(Collectors.joining());
            }
            return Long.parseLong(histogram.trim().replaceAll(".* ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // by its handle, which leaves the output open that somebody still reads
        process.toHandle().destroy();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
