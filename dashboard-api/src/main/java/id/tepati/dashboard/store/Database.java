package id.tepati.dashboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The database of the read model: connections that read, each of which sees one state of it for as long as a question
 * lasts, and one that writes. Thread-safe.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 12;

    /** Where the tables lie in PostgreSQL: nothing else is there, so that it may be emptied. */
    private static final String SCHEMA = "tepati";

    /**
     * A plan that was made while a table was small would go through all of it for as long as it fills. Without the JIT
     * compiler: the price of a forbidden scan, which a table of one row gets all the same, would call it every time.
     * Planned once and from the first time on: planning a look-up of many keys takes longer than looking them up.
     */
    private static final String BY_KEY = "-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan";

    /** For an answer, or for a file that another connection holds. */
    static final int PATIENCE_MILLIS = 10_000;

    /** What SQLite says of a file that it cannot make sense of. */
    private static final Set<Integer> DAMAGES =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    private final DatabaseAddress address;
    private volatile Readers readers;
    private volatile boolean damaged;

    private Database(DatabaseAddress address) {
        this.address = address;
        this.readers = Readers.of(address);
    }

    private record Readers(HikariDataSource pool, Jdbi jdbi) {
        static Readers of(DatabaseAddress address) {
            HikariDataSource pool = new HikariDataSource(config(address));
            return new Readers(pool, Jdbi.create(pool).registerArgument(new TextArgument()));
        }
    }

    /** Asks for text as it stands in columns. */
    private static final class TextArgument extends AbstractArgumentFactory<String> {
        TextArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, Column.text(value));
        }
    }

    /**
     * Opens it; nothing is asked of it yet.
     *
     * @throws DatabaseException where it does not answer
     */
    static Database open(DatabaseAddress address) {
        return new Database(address);
    }

    private static HikariConfig config(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setPoolName("read-model");
        config.setRegisterMbeans(false);
        config.setInitializationFailTimeout(-1);
        settings(address.dialect(), false).forEach((name, value) -> config.addDataSourceProperty((String) name, value));
        if (address.dialect() == Dialect.POSTGRESQL) {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            config.setReadOnly(true);
        }
        return config;
    }

    /**
     * Readers of a file keep little in memory, for they share the pages that the system keeps. That it has a log is for the
     * writer to say: of two who say so of a new file at once one is refused.
     */
    private static Properties settings(Dialect dialect, boolean writes) {
        Properties settings = new Properties();
        if (dialect == Dialect.SQLITE) {
            settings.setProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
            settings.setProperty("temp_store", "MEMORY");
            settings.setProperty("mmap_size", "1073741824");
            settings.setProperty("cache_size", writes ? "-65536" : "-8192");
            if (writes) {
                settings.setProperty("journal_mode", "WAL");
                settings.setProperty("synchronous", "NORMAL");
                settings.setProperty("wal_autocheckpoint", "10000");
                settings.setProperty("journal_size_limit", "268435456");
            }
        } else {
            settings.setProperty("currentSchema", SCHEMA);
            settings.setProperty("reWriteBatchedInserts", "true");
            settings.setProperty("ApplicationName", "tepati");
            settings.setProperty("connectTimeout", "5");
            settings.setProperty("tcpKeepAlive", "true");
            if (writes) {
                settings.setProperty("options", BY_KEY);
                settings.setProperty("prepareThreshold", "1");
            }
        }
        return settings;
    }

    Dialect dialect() {
        return address.dialect();
    }

    /** The readers. */
    Jdbi readers() {
        return readers.jdbi();
    }

    /**
     * A connection that writes.
     *
     * @throws DatabaseException where the database does not answer
     */
    Connection writer() {
        Properties settings = settings(address.dialect(), true);
        put(settings, "user", address.user());
        put(settings, "password", address.password());
        try {
            Connection connection = DriverManager.getConnection(address.url(), settings);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException refused) {
            throw failed(refused);
        }
    }

    private static void put(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    /**
     * Gives it the tables of this version. Those of another version go: what they held is read again.
     *
     * @return whether tables are new, and so empty
     * @throws DatabaseException where the database does not answer
     */
    boolean prepare() {
        try {
            Flyway flyway = flyway().load();
            if (flyway.validateWithResult().validationSuccessful) {
                return false;
            }
            if (flyway.info().applied().length > 0) {
                LOG.atWarn()
                        .addKeyValue("database", address)
                        .log("the read model is of another version; it is emptied and filled again");
                flyway.clean();
            }
            flyway.migrate();
            return true;
        } catch (FlywayException failed) {
            throw failed(failed);
        }
    }

    /** That it does not do what it is asked; notes whether that is so because its file is damaged. */
    DatabaseException failed(Exception cause) {
        damaged = damaged || (dialect() == Dialect.SQLITE && saysDamaged(cause));
        return new DatabaseException(this, cause);
    }

    private static boolean saysDamaged(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql && DAMAGES.contains(sql.getErrorCode())) {
            return true;
        }
        return cause != null && saysDamaged(cause.getCause());
    }

    /** Whether its file was found to be damaged, or to be none of SQLite. */
    boolean isDamaged() {
        return damaged;
    }

    /**
     * Takes a damaged file away, so that the next writer makes a new one. Nobody writes meanwhile; questions that are
     * being asked end with an error.
     *
     * @throws DatabaseException where it cannot be deleted
     */
    void discard() {
        LOG.atWarn()
                .addKeyValue("database", address)
                .log("the file of the read model is damaged; it is deleted and filled again");
        // SQLite deletes the log of a file by its name: a connection left over would take that of the new one
        readers.pool().close();
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(address.path() + part));
            }
        } catch (IOException refused) {
            throw failed(refused);
        } finally {
            readers = Readers.of(address);
        }
        damaged = false;
    }

    private FluentConfiguration flyway() {
        FluentConfiguration configuration = Flyway.configure(Database.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:id/tepati/dashboard/store/schema")
                .table("schema_versions")
                .failOnMissingLocations(true)
                .cleanDisabled(false)
                // else the tables of a later release would pass for those of this one
                .ignoreMigrationPatterns(new String[0])
                .placeholders(address.dialect().words());
        return address.dialect() == Dialect.POSTGRESQL ? configuration.schemas(SCHEMA) : configuration;
    }

    @Override
    public void close() {
        readers.pool().close();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
