package id.tepati.contract.topic;

import java.util.Map;
import java.util.TreeMap;

/** A topic as it must be. */
public record TopicSpec(String name, int partitions, Kept kept) {
    /** How a topic keeps its records. */
    public enum Kept {
        /** All of them without limit: a rebuild is exact only inside what is kept. */
        FOREVER,
        /** The latest of every key. */
        LATEST_BY_KEY
    }

    /** Refuses a topic without partitions. */
    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException("the topic " + name + " needs at least one partition: " + partitions);
        }
    }

    /** Its settings; every record bears the broker's time, which says when we learned of it. */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("message.timestamp.type", "LogAppendTime");
        switch (kept) {
            case FOREVER -> {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.bytes", "-1");
                settings.put("retention.ms", "-1");
            }
            case LATEST_BY_KEY -> settings.put("cleanup.policy", "compact");
        }
        return settings;
    }
}
