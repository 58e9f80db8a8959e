package id.tepati.dashboard.store;

import id.tepati.broker.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/**
 * Databases for tests, each copied from one that has its tables already: files of SQLite, or what the system property
 * {@code tepati.models} names.
 */
public final class TestDatabase {
    private static final Maker MAKER = maker(System.getProperty("tepati.models", "sqlite"));

    private TestDatabase() {}

    /** Makes databases of one kind, and removes them. */
    private interface Maker {
        boolean isHere();

        DatabaseAddress fresh();

        void drop(DatabaseAddress address);
    }

    private static Maker maker(String models) {
        return switch (Dialect.valueOf(models.toUpperCase(Locale.ROOT))) {
            case SQLITE -> new FileMaker();
            case POSTGRESQL -> new ServerMaker();
        };
    }

    /** Whether this machine has what makes them. */
    static boolean isHere() {
        return MAKER.isHere();
    }

    /** Whether processes share them. */
    static boolean isShared() {
        return isHere() && MAKER instanceof ServerMaker;
    }

    /** One that nobody else has, with tables and indexes and nothing in them. */
    public static DatabaseAddress fresh() {
        return MAKER.fresh();
    }

    /**
     * A server that may be killed.
     *
     * @throws TestAbortedException where databases are no servers
     */
    public static TestPostgres ownServer() {
        if (!isShared()) {
            throw new TestAbortedException("only a server can be killed");
        }
        return TestPostgres.own();
    }

    /** An empty one on a server. */
    public static DatabaseAddress on(TestPostgres server) throws SQLException {
        return ServerMaker.address(server, server.createDatabase());
    }

    /** Removes one that {@link #fresh} gave and that is closed. */
    static void drop(DatabaseAddress address) {
        MAKER.drop(address);
    }

    private static void prepare(DatabaseAddress address) {
        try (Database database = Database.open(address);
                ModelWriter writer = ModelWriter.of(database).orElseThrow()) {
            writer.fill();
        }
    }

    private static final class FileMaker implements Maker {
        private final AtomicInteger number = new AtomicInteger();
        private final Path directory = directory();
        private final Path template = template();

        @Override
        public boolean isHere() {
            return true;
        }

        @Override
        public DatabaseAddress fresh() {
            Path file = directory.resolve("model-" + number.incrementAndGet());
            try {
                Files.copy(template, file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            file.toFile().deleteOnExit();
            return DatabaseAddress.file(file);
        }

        @Override
        public void drop(DatabaseAddress address) {
            try {
                Files.deleteIfExists(address.path());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path directory() {
            try {
                Path made = Files.createTempDirectory("tepati-models");
                made.toFile().deleteOnExit();
                return made;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private Path template() {
            Path file = directory.resolve("template");
            file.toFile().deleteOnExit();
            prepare(DatabaseAddress.file(file));
            return file;
        }
    }

    private static final class ServerMaker implements Maker {
        private String template = "";

        @Override
        public boolean isHere() {
            return TestPostgres.isHere();
        }

        @Override
        public synchronized DatabaseAddress fresh() {
            TestPostgres server = TestPostgres.shared();
            try {
                if (template.isEmpty()) {
                    String made = server.createDatabase();
                    prepare(address(server, made));
                    template = made;
                }
                return address(server, server.createDatabase(template));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static DatabaseAddress address(TestPostgres server, String name) {
            return DatabaseAddress.server(server.url(name), TestPostgres.USER, server.password());
        }

        @Override
        public void drop(DatabaseAddress address) {
            try {
                TestPostgres.shared()
                        .dropDatabase(address.url().substring(address.url().lastIndexOf('/') + 1));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
