package id.tepati.dashboard.store;

/**
 * Up to where a partition of a topic was read.
 *
 * @param topicId of the topic: another topic of the same name has another one
 * @param next offset of the record that comes next
 */
public record Position(String topic, int partition, String topicId, long next) {}
