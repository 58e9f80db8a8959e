package id.tepati.standalone;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine, found by name; Debian calls some otherwise than their makers do. */
public record Tool(List<String> names) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Tool PROMETHEUS = new Tool(List.of("prometheus"));
    static final Tool PROMTOOL = new Tool(List.of("promtool"));
    static final Tool ALERTMANAGER = new Tool(List.of("alertmanager", "prometheus-alertmanager"));
    static final Tool AMTOOL = new Tool(List.of("amtool"));
    static final Tool PYTHON = new Tool(List.of("python3"));
    static final Tool NODE = new Tool(List.of("node"));
    static final Tool PHP = new Tool(List.of("php"));
    static final Tool SYSTEMD_ANALYZE = new Tool(List.of("systemd-analyze"));

    /** What a program that came to its end printed. */
    record Ended(int exit, String output) {}

    boolean isThere() {
        return path().isPresent();
    }

    private Optional<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it to its end. */
    Ended run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), "", arguments);
    }

    /** Runs it to its end with more in its environment and a text to read. */
    Ended run(Path folder, Map<String, String> environment, String input, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, names.get(0), ".log");
        Path text = Files.writeString(Files.createTempFile(folder, names.get(0), ".in"), input);
        ProcessBuilder builder = prepare(folder, output, arguments).redirectInput(text.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, "did not end: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** Starts it and waits until it says at {@code /-/ready} that it is. */
    Running serve(Path folder, int port, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, names.get(0), ".log");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--web.listen-address=127.0.0.1:" + port);
        Running running = new Running(prepare(folder, output, all).start(), URI.create("http://127.0.0.1:" + port));
        await(names.get(0)).atMost(PATIENCE).until(() -> running.isReady() || !running.process.isAlive());
        if (!running.process.isAlive()) {
            throw new IllegalStateException(Files.readString(output));
        }
        return running;
    }

    ProcessBuilder prepare(Path folder, Path output, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(path().orElseThrow().toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
    }

    /** A port of this machine that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that serves; closing it ends its process. */
    record Running(Process process, URI address) implements AutoCloseable {
        private boolean isReady() throws InterruptedException {
            HttpRequest ask =
                    HttpRequest.newBuilder(address.resolve("/-/ready")).build();
            try {
                return HttpClient.newHttpClient()
                                .send(ask, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
