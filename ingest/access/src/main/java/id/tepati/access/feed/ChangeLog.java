package id.tepati.access.feed;

import id.tepati.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The change log as it lies in {@code tepati.changes.v1}. */
public final class ChangeLog {
    private ChangeLog() {}

    /**
     * Its lines in the order of the topic, each as its bytes; whether they are what was written
     * {@link id.tepati.access.change.ChainCheck} tells.
     *
     * @param client settings of a Kafka client
     * @throws AccessException where they cannot be read in time
     */
    public static List<byte[]> read(Map<String, Object> client, Duration within) {
        List<byte[]> lines = new ArrayList<>();
        try (TopicReading reading = TopicReading.open(client, Topics.CHANGES, within)) {
            reading.toEnd(line -> lines.add(line.value() == null ? new byte[0] : line.value()), within);
        }
        return lines;
    }
}
