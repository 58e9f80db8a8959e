package id.tepati.standalone.app;

import id.tepati.dashboard.store.DatabaseAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up.
 *
 * @param roles what it does
 * @param data directory of everything that it keeps; the gateway keeps nothing
 * @param kafka {@code HOST:PORT} of a cluster, or null for the embedded broker
 * @param brokerPort port of the embedded broker, 0 for any that is free
 * @param listen address that the API listens on
 * @param port of the API, 0 for any that is free
 * @param partitions of the input topics, when they are created
 * @param threads of the pipeline
 * @param instance name of the pipeline among those that share the work, or null for one that is kept in the data
 * @param logLevel of the log in the data
 * @param database where the read model lies, or null for a file in the data
 */
public record ServerSettings(
        Set<Role> roles,
        Path data,
        @Nullable String kafka,
        int brokerPort,
        String listen,
        int port,
        int partitions,
        int threads,
        @Nullable String instance,
        LogLevel logLevel,
        @Nullable DatabaseAddress database) {
    /** Takes a copy. */
    public ServerSettings {
        roles = Set.copyOf(roles);
    }

    /** The cluster to use, if not the embedded broker. */
    public Optional<String> cluster() {
        return Optional.ofNullable(kafka);
    }

    /** Whether machines other than this one may reach it. */
    public boolean isOpenToOthers() {
        try {
            return !InetAddress.getByName(listen).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Whether it keeps anything. */
    boolean keepsData() {
        return kafka == null || roles.contains(Role.PIPELINE) || (roles.contains(Role.DASHBOARD) && database == null);
    }

    /** Where the read model lies, if not in the data. */
    Optional<DatabaseAddress> ownDatabase() {
        return Optional.ofNullable(database);
    }

    /** What there is no more of when its disk is full. */
    FreeSpace space() {
        return new FreeSpace(data);
    }

    /** Of topics that are created: the embedded broker is alone, a cluster keeps its own default. */
    short replication() {
        return kafka == null ? (short) 1 : -1;
    }
}
