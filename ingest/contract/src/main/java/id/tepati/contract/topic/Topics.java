package id.tepati.contract.topic;

import id.tepati.contract.topic.TopicSpec.Kept;
import id.tepati.rules.event.EventType;
import java.util.List;
import java.util.stream.Stream;

/** The names of the topics, and which events go where. */
public final class Topics {
    /** Input: events of queue tickets; key is the unit. */
    public static final String QUEUE = "tepati.queue.v1";
    /** Input: events of applications, voids and heartbeats; key is the unit. */
    public static final String APPLICATIONS = "tepati.applications.v1";
    /** Input: events of complaints; key is the unit. */
    public static final String COMPLAINTS = "tepati.complaints.v1";
    /**
     * Of the pipeline's own: records that lay in a partition that is not their unit's, on their way to where it is.
     * Its number is that of the pipeline's application id, so that a rebuild under a new id begins with an empty one.
     */
    public static final String HAND_OFF = "tepati.hand-off.v2";
    /** Output: every case with its verdicts, partitioned by unit. */
    public static final String CASES = "tepati.cases.v1";
    /** Output: figures per unit, service, promise and bucket, partitioned by unit. */
    public static final String TALLIES = "tepati.tallies.v1";
    /** Log: what changed of days that had settled, partitioned by unit. */
    public static final String RESTATEMENTS = "tepati.restatements.v1";
    /** Output: what is known of every source of a unit, partitioned by unit. */
    public static final String SOURCES = "tepati.sources.v1";
    /** Output: how far each partition has come; key and partition are its number. */
    public static final String PROGRESS = "tepati.progress.v1";
    /** Log: refused records until they are replayed or dismissed. */
    public static final String DEAD_LETTERS = "tepati.dead-letters.v1";
    /** Reference: the catalogue, one record a version, in one partition. */
    public static final String CATALOG = "tepati.catalog.v1";
    /** Who may do what: people, tokens, producers and sessions, in one partition. */
    public static final String ACCESS = "tepati.access.v1";
    /** Log: what people changed, each line chained to the one before, in one partition. */
    public static final String CHANGES = "tepati.changes.v1";

    /** Partitions where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 6;

    private Topics() {}

    /** The input topics. */
    public static List<String> inputs() {
        return List.of(QUEUE, APPLICATIONS, COMPLAINTS);
    }

    /** The topics that the pipeline judges from: the inputs, and what of them was handed off. */
    public static List<String> judged() {
        return Stream.concat(inputs().stream(), Stream.of(HAND_OFF)).toList();
    }

    /** Those of access, which are not split: they can be made before anybody says into how many parts the others are. */
    public static List<TopicSpec> ofAccess() {
        return List.of(new TopicSpec(ACCESS, 1, Kept.LATEST_BY_KEY), new TopicSpec(CHANGES, 1, Kept.FOREVER));
    }

    /** Every topic as it must be, with this number of partitions where topics are split. */
    public static List<TopicSpec> all(int partitions) {
        List<TopicSpec> ofEvents = List.of(
                new TopicSpec(QUEUE, partitions, Kept.FOREVER),
                new TopicSpec(APPLICATIONS, partitions, Kept.FOREVER),
                new TopicSpec(COMPLAINTS, partitions, Kept.FOREVER),
                new TopicSpec(HAND_OFF, partitions, Kept.FOREVER),
                new TopicSpec(CASES, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(TALLIES, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(RESTATEMENTS, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(SOURCES, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(PROGRESS, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(DEAD_LETTERS, partitions, Kept.LATEST_BY_KEY),
                new TopicSpec(CATALOG, 1, Kept.LATEST_BY_KEY));
        return Stream.concat(ofEvents.stream(), ofAccess().stream()).toList();
    }

    /** The input topic that takes events of the given type; voids and heartbeats are welcome on every input. */
    public static String of(EventType type) {
        return switch (type.family()) {
            case TICKET -> QUEUE;
            case APPLICATION, NONE -> APPLICATIONS;
            case COMPLAINT -> COMPLAINTS;
        };
    }
}
