package id.tepati.standalone.bench;

import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.standalone.app.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A PostgreSQL on files of its own with the settings of its package, which ends with the benchmark. */
final class PostgresServer implements AutoCloseable {
    /** Also the user of the system as whom it runs for root, as whom it refuses to. */
    private static final String USER = "postgres";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long TICKS_A_SECOND = 100;
    /** Where /proc/PID/stat has the ticks of a process, those of its ended children included, after its name. */
    private static final int FIRST_TICKS = 11;

    private static final int LAST_TICKS = 14;

    private final Process process;
    private final DatabaseAddress address;

    private PostgresServer(Process process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one on a directory that is not there yet, in one that belongs to the benchmark alone. */
    static PostgresServer start(Path directory) {
        try {
            Path binaries = binaries()
                    .orElseThrow(() -> new StartException(
                            "There is no PostgreSQL here: install Debian's package postgresql, or name one that runs with --database.",
                            null));
            Files.createDirectory(directory);
            Path secret = directory.resolve("password");
            String password = UUID.randomUUID().toString();
            writeSecret(secret, password);
            give(directory, secret);
            initialize(binaries, directory.resolve("data"), secret);
            int port = freePort();
            Process process = command(
                            binaries.resolve("postgres"),
                            "-D",
                            directory.resolve("data"),
                            "-p",
                            port,
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=")
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
            PostgresServer server = new PostgresServer(process, DatabaseAddress.server(url, USER, password));
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Debian keeps the newest release. */
    private static Optional<Path> binaries() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> releases = Files.list(DEBIAN)) {
            return releases.map(release -> release.resolve("bin"))
                    .filter(place -> Files.isExecutable(place.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Writes a file that nobody but its owner can read. */
    static void writeSecret(Path file, String secret) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void give(Path directory, Path secret) throws IOException {
        if (isRoot()) {
            var postgres =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
            Files.setOwner(directory, postgres);
            Files.setOwner(secret, postgres);
            // so that he may pass, and see nothing
            Files.setPosixFilePermissions(directory.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private static ProcessBuilder command(Object... words) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
        }
        Stream.of(words).map(Object::toString).forEach(all::add);
        return new ProcessBuilder(all).redirectErrorStream(true);
    }

    private static void initialize(Path binaries, Path data, Path secret) throws IOException {
        Process process = command(
                        binaries.resolve("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8")
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (awaitEnd(process) != 0) {
            throw new IllegalStateException("initdb failed: " + said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                PeerTables.connect(address).close();
                return;
            } catch (SQLException notYet) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        close();
        throw new IllegalStateException("PostgreSQL did not start: name one that runs with --database.");
    }

    /** Where it is. */
    DatabaseAddress address() {
        return address;
    }

    /** The CPU of all of its processes, as Linux tells it, those that have ended included. */
    Duration cpu() {
        Duration living = process.descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = IntStream.rangeClosed(FIRST_TICKS, LAST_TICKS)
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
            return living.plus(Duration.ofSeconds(ticks).dividedBy(TICKS_A_SECOND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd(process);
    }

    private static int awaitEnd(Process process) {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }
}
