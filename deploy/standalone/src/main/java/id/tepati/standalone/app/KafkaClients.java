package id.tepati.standalone.app;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

/** Opens clients of a Kafka cluster. */
public final class KafkaClients {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private KafkaClients() {}

    /**
     * Opens an admin client; whether a broker answers, it does not ask.
     *
     * @param kafka {@code HOST:PORT}, or several with commas between
     * @throws StartException where that is not written so, or this machine knows none of the hosts
     */
    public static Admin admin(String kafka) {
        try {
            return Admin.create(Map.of("bootstrap.servers", kafka));
        } catch (KafkaException e) {
            throw new StartException(
                    "'" + kafka + "' is not the address of a Kafka cluster that this machine knows"
                            + ": give --kafka as HOST:PORT, with a host that can be looked up.",
                    e);
        }
    }

    /**
     * Asks whether a broker answers.
     *
     * @param kafka its address, for the message
     * @throws StartException where none does within ten seconds
     */
    public static void requireAnswer(Admin admin, String kafka) {
        DescribeClusterOptions within = new DescribeClusterOptions().timeoutMs(Math.toIntExact(TIMEOUT.toMillis()));
        try {
            admin.describeCluster(within).clusterId().get();
        } catch (ExecutionException e) {
            throw new StartException(
                    "No Kafka broker answers at " + kafka + " within " + TIMEOUT.toSeconds()
                            + " s: check that it runs and that its address is right.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for Kafka at " + kafka + ".", e);
        }
    }
}
