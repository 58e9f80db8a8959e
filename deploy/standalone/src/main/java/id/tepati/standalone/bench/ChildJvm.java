package id.tepati.standalone.bench;

import id.tepati.client.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A class of this jar in a process of its own, so that its work and its memory are told apart from those of the benchmark. */
final class ChildJvm implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 30;
    private static final Pattern ADDRESS = Pattern.compile("condition +(http://[^/]+)/readyz");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KIBI = 1_024;

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

    /** Where it is, if it is a server. */
    ServerAddress address() {
        Matcher address = ADDRESS.matcher(introduction);
        if (!address.find()) {
            throw new IllegalStateException("The server did not say where it is.");
        }
        return new ServerAddress(URI.create(address.group(1)));
    }

    /** The memory that the system gives it now, in bytes; empty where the system does not tell as Linux does. */
    OptionalLong residentBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(status));
            return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1)) * KIBI) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without any warning, as kill -9 does. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** The CPU that it has used. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * The same of one that is to go on.
     *
     * @throws IllegalStateException where it has ended
     */
    Duration cpuWhileAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("A process of the benchmark has ended by itself.");
        }
        return cpu();
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
        awaitEnd();
    }

    private void awaitEnd() {
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
