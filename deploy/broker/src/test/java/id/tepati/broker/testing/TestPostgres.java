package id.tepati.broker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.opentest4j.TestAbortedException;

/**
 * The PostgreSQL of one JVM's tests: a server with files of its own, of the newest release (15 or later) that this
 * machine has. It ends with the JVM, however that ends. Its driver comes from whoever asks it. Thread-safe.
 */
public final class TestPostgres {
    /** Also the user of the system as whom it runs for root, as whom it refuses to. */
    public static final String USER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Its standard input is a pipe from the JVM and so ends with it; QUIT ends a server without a care for its files. One
     * that is killed is started again, as a service of the system would be.
     */
    private static final String SERVE_UNTIL_EOF = """
            trap : INT TERM
            while [ ! -e "$2/ended" ]; do
              "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
                -c max_connections=200 -c fsync=off -c full_page_writes=off -c autovacuum=off >>"$2/log" 2>&1
              sleep 0.1
            done &
            cat >/dev/null
            touch "$2/ended"
            kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"
            wait
            rm -rf "$2"
            """;

    private static Optional<TestPostgres> shared = Optional.empty();

    private final Path directory;
    private final int port;
    private final String password;
    private Connection connection;

    private TestPostgres(Path directory, int port, String password) {
        this.directory = directory;
        this.port = port;
        this.password = password;
    }

    /** Whether this machine has a PostgreSQL. */
    public static boolean isHere() {
        return binaries().isPresent();
    }

    /**
     * The server of this JVM, which the first call starts.
     *
     * @throws TestAbortedException where this machine has no PostgreSQL
     */
    public static synchronized TestPostgres shared() {
        if (shared.isEmpty()) {
            Path binaries = binaries().orElseThrow(() -> new TestAbortedException("there is no PostgreSQL here"));
            shared = Optional.of(start(binaries));
        }
        return shared.get();
    }

    /**
     * One that nobody else has, which may be killed.
     *
     * @throws TestAbortedException where this machine has no PostgreSQL
     */
    public static TestPostgres own() {
        return start(binaries().orElseThrow(() -> new TestAbortedException("there is no PostgreSQL here")));
    }

    /** On the path, else where Debian keeps them, the newest release. */
    private static Optional<Path> binaries() {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(place));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> releases = Files.list(debian)) {
                releases.sorted(Comparator.reverseOrder()).forEach(release -> places.add(release.resolve("bin")));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    private static TestPostgres start(Path binaries) {
        try {
            return started(binaries);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TestPostgres started(Path binaries) throws IOException {
        Path directory = Files.createTempDirectory("tepati-test-postgres");
        String password = UUID.randomUUID().toString();
        Path secret = Files.writeString(directory.resolve("password"), password);
        own(directory);
        own(secret);
        initialize(binaries, directory, secret);
        int port = freePort();
        Process server = process("sh", "-c", SERVE_UNTIL_EOF, "sh", binaries, directory, port)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "end-postgres"));
        TestPostgres started = new TestPostgres(directory, port, password);
        started.awaitAnswer();
        System.out.printf("PostgreSQL of this run: %s; on port %d%n", binaries, port);
        return started;
    }

    private void awaitAnswer() {
        try {
            Awaitility.await("PostgreSQL answers")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> {
                        execute("SELECT 1");
                        return true;
                    });
        } catch (ConditionTimeoutException silent) {
            throw new IllegalStateException("PostgreSQL does not answer; it says: " + said(), silent);
        }
    }

    private String said() {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unread) {
            return unread.toString();
        }
    }

    /** Has the system end it at once, whatever it does; it starts again. Returns when it answers. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        forgetConnection();
        awaitAnswer();
    }

    private synchronized void forgetConnection() {
        connection = null;
    }

    private static void own(Path file) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    file,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static ProcessBuilder process(Object... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
        }
        Stream.of(command).map(Object::toString).forEach(all::add);
        return new ProcessBuilder(all).redirectErrorStream(true);
    }

    /** Text sorts as in a dictionary, so that whoever needs it sorted by its bytes has to say so. */
    private static void initialize(Path binaries, Path directory, Path secret) throws IOException {
        Process process = process(
                        binaries.resolve("initdb"),
                        "--pgdata=" + directory.resolve("data"),
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=password",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=icu",
                        "--icu-locale=id",
                        "--no-sync")
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("initdb failed: " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while initdb ran", interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process server) {
        try {
            server.getOutputStream().close();
            server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What JDBC calls one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** That of {@link #USER}, who may do everything. */
    public String password() {
        return password;
    }

    /** An empty database that nobody else has; its name. */
    public String createDatabase() throws SQLException {
        return createDatabase("template1");
    }

    /** A copy of a database to which nobody is connected; its name. */
    public String createDatabase(String template) throws SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        return name;
    }

    /** Removes a database, whoever is still connected to it. */
    public void dropDatabase(String name) throws SQLException {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private synchronized void execute(String sql) throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url("postgres"), USER, password);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
