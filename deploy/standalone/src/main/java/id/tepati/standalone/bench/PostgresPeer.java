package id.tepati.standalone.bench;

import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@link PeerTables} in PostgreSQL: loaders in a process of their own write what they polled in one transaction, and
 * every five seconds the compliance is computed anew.
 */
final class PostgresPeer implements Peer {
    private static final String GROUP = "bench-postgresql";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(5);

    private final ChildJvm loader;
    private final Supplier<Duration> serverCpu;
    private final Connection connection;

    private PostgresPeer(ChildJvm loader, Supplier<Duration> serverCpu, Connection connection) {
        this.loader = loader;
        this.serverCpu = serverCpu;
        this.connection = connection;
    }

    /** Loads until it is ended; arguments are Kafka, threads, the database's URL, its user and the file of the password. */
    public static void main(String[] arguments) throws IOException {
        JobProcess.failFast();
        String user = arguments[3];
        String password = Files.readString(Path.of(arguments[4]));
        DatabaseAddress database = DatabaseAddress.server(
                arguments[2], user.isEmpty() ? null : user, password.isEmpty() ? null : password);
        for (int loader = 0; loader < Integer.parseInt(arguments[1]); loader++) {
            begin("bench-load-" + loader, () -> load(arguments[0], database));
        }
        begin("bench-refresh", () -> refreshAgainAndAgain(database));
        JobProcess.serve(() -> true, () -> {});
    }

    /** What a thread does until the process ends. */
    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    private static void begin(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void load(String kafka, DatabaseAddress database) throws SQLException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                GROUP,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "max.poll.records",
                2_000);
        try (PeerTables tables = new PeerTables(database);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Topics.inputs());
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    tables.add(PeerEvent.read(record.value()));
                }
                if (!polled.isEmpty()) {
                    tables.write();
                    consumer.commitSync();
                }
            }
        }
    }

    private static void refreshAgainAndAgain(DatabaseAddress database) throws SQLException, InterruptedException {
        try (Connection connection = PeerTables.connect(database)) {
            long next = System.nanoTime();
            while (true) {
                PeerTables.refresh(connection);
                next = Math.max(next + REFRESH_EVERY.toNanos(), System.nanoTime());
                Thread.sleep(Duration.ofNanos(next - System.nanoTime()).toMillis());
            }
        }
    }

    /**
     * Starts one on tables that it creates anew.
     *
     * @param serverCpu what the server has used; nothing where it is another's
     * @param secret where the password may be written for the loader
     */
    static Peer start(
            PeersBench.Plan plan,
            ZoneOffset zone,
            String kafka,
            DatabaseAddress database,
            Supplier<Duration> serverCpu,
            Path secret) {
        try {
            PostgresServer.writeSecret(secret, database.password() == null ? "" : database.password());
            Connection connection = PeerTables.connect(database);
            PeerTables.create(connection, zone);
            ChildJvm loader = JobProcess.start(
                    PostgresPeer.class,
                    kafka,
                    Integer.toString(plan.threads()),
                    database.url(),
                    database.user() == null ? "" : database.user(),
                    secret.toString());
            return new PostgresPeer(loader, serverCpu, connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("PostgreSQL did not do what the benchmark asked for: " + e.getMessage(), e);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Duration cpu() {
        return loader.cpuWhileAlive().plus(serverCpu.get());
    }

    @Override
    public DayFigures figures() {
        try {
            PeerTables.refresh(connection);
            return PeerTables.figures(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public DayFigures.Counts readable(String cell) {
        try {
            return PeerTables.figure(connection, cell);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public long end() {
        loader.close();
        try {
            return PeerTables.size(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        loader.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused(e);
        }
    }
}
