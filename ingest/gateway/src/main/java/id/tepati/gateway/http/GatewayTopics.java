package id.tepati.gateway.http;

import id.tepati.contract.topic.Topics;
import id.tepati.rules.event.EventType;
import java.util.List;

/** Where the gateway writes to; the input topics have equally many partitions. */
public record GatewayTopics(String queue, String applications, String complaints, String deadLetters) {
    /** The topics as they are named everywhere. */
    public static final GatewayTopics STANDARD =
            new GatewayTopics(Topics.QUEUE, Topics.APPLICATIONS, Topics.COMPLAINTS, Topics.DEAD_LETTERS);

    /** The input topics. */
    List<String> inputs() {
        return List.of(queue, applications, complaints);
    }

    /** The input topic of a type; voids and heartbeats are welcome on every input. */
    String of(EventType type) {
        return switch (type.family()) {
            case TICKET -> queue;
            case APPLICATION, NONE -> applications;
            case COMPLAINT -> complaints;
        };
    }
}
