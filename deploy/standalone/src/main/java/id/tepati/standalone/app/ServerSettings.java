package id.tepati.standalone.app;

import id.tepati.access.oidc.OidcConfig;
import id.tepati.dashboard.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up.
 *
 * @param roles what it does
 * @param data directory of everything that it keeps; the gateway keeps nothing
 * @param kafka the cluster, or null for the embedded broker
 * @param brokerPort port of the embedded broker, 0 for any that is free
 * @param listening where the API is
 * @param partitions of the input topics, when they are created
 * @param threads of the pipeline
 * @param instance name of the pipeline among those that share the work, or null for one that is kept in the data
 * @param logLevel of the log in the data
 * @param database where the read model lies, or null for a file in the data
 */
public record ServerSettings(
        Set<Role> roles,
        Path data,
        @Nullable KafkaCluster kafka,
        int brokerPort,
        Listening listening,
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
    public Optional<KafkaCluster> cluster() {
        return Optional.ofNullable(kafka);
    }

    /** Whether machines other than this one may reach it. */
    public boolean isOpenToOthers() {
        return listening.isOpenToOthers();
    }

    /** What an operator should know of them before others do; each one sentence. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (listening.isReadable()) {
            warnings.add("passwords and figures travel readable to " + listening.host()
                    + ": give --tls-cert and --tls-key, or"
                    + " let a proxy with TLS stand before it and nobody come past that.");
        }
        Optional.ofNullable(listening.tls())
                .flatMap(tls -> new SecretFile(tls.key()).whyExposed())
                .ifPresent(warnings::add);
        Optional.ofNullable(listening.oidc())
                .flatMap(OidcConfig::clientSecret)
                .flatMap(secret -> new SecretFile(secret.file()).whyExposed())
                .ifPresent(warnings::add);
        cluster().flatMap(KafkaCluster::whyExposed).ifPresent(warnings::add);
        return List.copyOf(warnings);
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
