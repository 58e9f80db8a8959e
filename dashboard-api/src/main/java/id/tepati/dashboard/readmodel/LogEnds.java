package id.tepati.dashboard.readmodel;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks where logs end, what open transactions wrote included: the parts of one transaction become visible partition
 * by partition, so a mark may be readable before the outputs that it speaks of.
 */
final class LogEnds implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Admin admin;

    LogEnds(Map<String, Object> client) {
        this.admin = Admin.create(client);
    }

    /**
     * The ends now.
     *
     * @throws RetriableException where the broker does not answer at present
     */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        ListOffsetsResult asked = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
        Map<TopicPartition, Long> ends = new HashMap<>();
        told(asked.all()).forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /**
     * The ids of topics, by name: a topic that was made anew has another one.
     *
     * @throws RetriableException where the broker does not answer at present
     */
    Map<String, String> idsOf(Collection<String> topics) {
        Map<String, String> ids = new HashMap<>();
        told(admin.describeTopics(topics).allTopicNames())
                .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return ids;
    }

    private static <T> T told(KafkaFuture<T> asked) {
        try {
            return asked.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("the broker did not tell of the output topics in time", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException retriable) {
                throw retriable;
            }
            throw new IllegalStateException("What the broker knows of the output topics cannot be had.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking about the output topics.", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
