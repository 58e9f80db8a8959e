package id.tepati.dashboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the read model: connections that read, each of which sees one state of it for as long as a question
 * lasts, and one that writes. Thread-safe.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 12;

    /** Where the tables lie in PostgreSQL: nothing else is there, so that it may be emptied. */
    private static final String SCHEMA = "tepati";

    private static final long PATIENCE_MILLIS = 10_000;

    private final DatabaseAddress address;
    private final HikariDataSource readers;
    private final Jdbi jdbi;

    private Database(DatabaseAddress address, HikariDataSource readers) {
        this.address = address;
        this.readers = readers;
        this.jdbi = Jdbi.create(readers);
    }

    /**
     * Opens it; nothing is asked of it yet.
     *
     * @throws DatabaseException where it does not answer
     */
    static Database open(DatabaseAddress address) {
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
        return new Database(address, new HikariDataSource(config));
    }

    /** Readers of a file keep little in memory, for they share the pages that the system keeps. */
    private static Properties settings(Dialect dialect, boolean writes) {
        Properties settings = new Properties();
        if (dialect == Dialect.SQLITE) {
            settings.setProperty("journal_mode", "WAL");
            settings.setProperty("synchronous", "NORMAL");
            settings.setProperty("busy_timeout", "10000");
            settings.setProperty("temp_store", "MEMORY");
            settings.setProperty("mmap_size", "1073741824");
            settings.setProperty("cache_size", writes ? "-65536" : "-8192");
            if (writes) {
                settings.setProperty("wal_autocheckpoint", "10000");
            }
        } else {
            settings.setProperty("currentSchema", SCHEMA);
            settings.setProperty("reWriteBatchedInserts", "true");
            settings.setProperty("ApplicationName", "tepati");
            settings.setProperty("connectTimeout", "5");
            settings.setProperty("tcpKeepAlive", "true");
        }
        return settings;
    }

    Dialect dialect() {
        return address.dialect();
    }

    /** The readers. */
    Jdbi readers() {
        return jdbi;
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
            throw new DatabaseException(this, refused);
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
            boolean isNew = flyway.info().applied().length == 0;
            if (!isNew && !flyway.validateWithResult().validationSuccessful) {
                LOG.atWarn()
                        .addKeyValue("database", address)
                        .log("the read model is of another version; it is emptied and filled again");
                flyway.clean();
                isNew = true;
            }
            flyway.migrate();
            return isNew;
        } catch (FlywayException failed) {
            throw new DatabaseException(this, failed);
        }
    }

    private FluentConfiguration flyway() {
        FluentConfiguration configuration = Flyway.configure(Database.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:id/tepati/dashboard/store/schema")
                .table("schema_versions")
                .failOnMissingLocations(true)
                .cleanDisabled(false)
                .placeholders(address.dialect().words());
        return address.dialect() == Dialect.POSTGRESQL ? configuration.schemas(SCHEMA) : configuration;
    }

    @Override
    public void close() {
        readers.close();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
