package id.tepati.dashboard.readmodel;

import id.tepati.dashboard.store.ModelWriter;
import id.tepati.dashboard.store.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether reading may go on where the model stands, or has to begin anew: where topics are others than those that were
 * read, where they end before what was read, or where so much time went by that tombstones may be gone.
 *
 * @param from where partitions are read on; those that are not named, from their beginning
 * @param reason why it begins anew; empty where it goes on, or nothing was read yet
 */
record Resumption(Map<TopicPartition, Long> from, Optional<String> reason) {
    /** Kafka keeps tombstones for a day after they were compacted, {@code delete.retention.ms}. */
    private static final Duration TOMBSTONES_LAST = Duration.ofHours(20);

    /**
     * Decides.
     *
     * @param ends of all partitions that are read
     * @param topicIds of their topics
     */
    static Resumption of(
            ModelWriter writer, Map<TopicPartition, Long> ends, Map<String, String> topicIds, Instant now) {
        List<Position> positions = writer.positions();
        if (positions.isEmpty()) {
            return new Resumption(Map.of(), Optional.empty());
        }
        boolean isOld = writer.writtenAt()
                .filter(last -> Duration.between(last, now).compareTo(TOMBSTONES_LAST) > 0)
                .isPresent();
        if (isOld) {
            return anew("it was not written to for " + TOMBSTONES_LAST.toHours() + " hours");
        }
        Map<TopicPartition, Long> from = new HashMap<>();
        for (Position position : positions) {
            TopicPartition partition = new TopicPartition(position.topic(), position.partition());
            Long end = ends.get(partition);
            if (end == null || !position.topicId().equals(topicIds.get(position.topic()))) {
                return anew("the topic " + position.topic() + " is another one");
            }
            if (position.next() > end) {
                return anew("the topic " + position.topic() + " ends before what was read of it");
            }
            from.put(partition, position.next());
        }
        return new Resumption(from, Optional.empty());
    }

    private static Resumption anew(String reason) {
        return new Resumption(Map.of(), Optional.of(reason));
    }
}
