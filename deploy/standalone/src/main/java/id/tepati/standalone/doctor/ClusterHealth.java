package id.tepati.standalone.doctor;

import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.TopicSetupException;
import id.tepati.standalone.app.KafkaClients;
import id.tepati.standalone.app.KafkaCluster;
import id.tepati.standalone.app.StartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** A Kafka cluster: whether it answers, and whether its topics are as they must be. Changes nothing. */
public final class ClusterHealth {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ENOUGH_BROKERS = 3;

    private ClusterHealth() {}

    /**
     * Looks at a cluster.
     *
     * @param partitions how many the input topics are to have
     */
    public static List<Finding> examine(KafkaCluster kafka, int partitions) {
        try (Admin admin = KafkaClients.admin(kafka)) {
            DescribeClusterOptions within = new DescribeClusterOptions().timeoutMs(Math.toIntExact(TIMEOUT.toMillis()));
            int brokers = admin.describeCluster(within).nodes().get().size();
            List<Finding> findings = new ArrayList<>();
            kafka.whyExposed().ifPresent(why -> findings.add(Finding.warning(why)));
            findings.add(brokers(kafka.address(), brokers));
            findings.addAll(topics(admin, partitions));
            return findings;
        } catch (StartException e) {
            return List.of(Finding.problem(String.valueOf(e.getMessage())));
        } catch (ExecutionException e) {
            return List.of(Finding.problem(KafkaClients.whyNot(e, kafka)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.problem("Interrupted while waiting for Kafka at " + kafka + "."));
        }
    }

    static Finding brokers(String kafka, int brokers) {
        return brokers >= ENOUGH_BROKERS
                ? Finding.ok(brokers + " brokers answer at " + kafka + ".")
                : Finding.warning(brokers + " broker answers at " + kafka
                        + ": with fewer than 3 the loss of a disk is the loss of what was sent.");
    }

    private static List<Finding> topics(Admin admin, int partitions) {
        try {
            TopicSetup.Inspection inspection = TopicSetup.inspect(admin, partitions);
            List<Finding> findings = new ArrayList<>();
            inspection.problems().forEach(problem -> findings.add(Finding.problem(problem)));
            if (!inspection.missing().isEmpty()) {
                findings.add(Finding.ok(inspection.missing().size()
                        + " topics are not there yet; the first process that starts creates them."));
            }
            if (findings.isEmpty()) {
                findings.add(Finding.ok("All topics are as they must be."));
            }
            return findings;
        } catch (TopicSetupException e) {
            return List.of(Finding.problem(String.valueOf(e.getMessage())));
        }
    }
}
