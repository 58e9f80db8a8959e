package id.tepati.standalone.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Opens clients of a Kafka cluster. */
public final class KafkaClients {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private KafkaClients() {}

    /**
     * Opens an admin client; whether a broker answers, it does not ask.
     *
     * @throws StartException where the address is not written as one, this machine knows none of the hosts, or the
     *     cluster's settings are of no use
     */
    public static Admin admin(KafkaCluster kafka) {
        try {
            return Admin.create(kafka.client());
        } catch (KafkaException e) {
            throw kafka.configFile()
                    .filter(file -> !isOfAddress(e))
                    .map(file -> new StartException(
                            "Kafka's clients can do nothing with what " + file
                                    + " sets: check the files that it names and"
                                    + " their passwords, and how sasl.jaas.config is written.",
                            e))
                    .orElseGet(() -> new StartException(
                            "'" + kafka + "' is not the address of a Kafka cluster that this machine knows"
                                    + ": give --kafka as HOST:PORT, with a host that can be looked up.",
                            e));
        }
    }

    private static boolean isOfAddress(Throwable error) {
        return causes(error)
                .anyMatch(cause -> cause instanceof ConfigException
                        && String.valueOf(cause.getMessage()).contains("bootstrap"));
    }

    private static Stream<@Nullable Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, cause -> cause.getCause());
    }

    /**
     * Asks whether a broker answers.
     *
     * @throws StartException where none does within ten seconds, or it does not let us in
     */
    public static void requireAnswer(Admin admin, KafkaCluster kafka) {
        DescribeClusterOptions within = new DescribeClusterOptions().timeoutMs(Math.toIntExact(TIMEOUT.toMillis()));
        try {
            admin.describeCluster(within).clusterId().get();
        } catch (ExecutionException e) {
            throw new StartException(whyNot(e, kafka), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for Kafka at " + kafka + ".", e);
        }
    }

    /**
     * One sentence that says why a cluster did not answer, and what to do.
     *
     * @param error what its client told
     */
    public static String whyNot(ExecutionException error, KafkaCluster kafka) {
        String file = kafka.configFile().map(path -> path.toString()).orElse("a file that --kafka-config names");
        if (error.getCause() instanceof AuthenticationException) {
            return "Kafka at " + kafka + " does not let us in: check the name and password, or the certificates, in "
                    + file + ".";
        }
        if (error.getCause() instanceof AuthorizationException) {
            return "Kafka at " + kafka + " does not let us ask about the cluster: give the user in " + file
                    + " the right to describe it.";
        }
        return "No Kafka broker answers at " + kafka + " within " + TIMEOUT.toSeconds()
                + " s: check that it runs and that its address is right"
                + (kafka.configFile().isPresent()
                        ? ", and that security.protocol in " + file + " is that of its port."
                        : ".");
    }
}
