package id.tepati.standalone.cli;

import id.tepati.access.record.ProducerAccount;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of Kafka's own tools that let a producer write its events straight to the topics, or for a revoked one take
 * that away: write and describe on its topics, nothing of transactions, and a quota of bytes.
 *
 * @param server what the commands name
 */
record KafkaGrants(ProducerAccount producer, String server) {
    /** Of an event with its envelope on the wire; most have half of that. */
    private static final long BYTES_AN_EVENT = 1024;

    private static final String NO_UNITS =
            "# Kafka knows no units: with these rights events of any unit can be written."
                    + " The gateway holds a producer to its own.";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(NO_UNITS);
        String action = producer.revoked() ? "--remove --force" : "--add";
        topics().forEach(topic -> lines.add("kafka-acls.sh --bootstrap-server " + server + " " + action
                + " --allow-principal 'User:" + producer.id() + "' --operation Write --operation Describe --topic "
                + topic));
        lines.add("kafka-configs.sh --bootstrap-server " + server + " --alter "
                + (producer.revoked()
                        ? "--delete-config producer_byte_rate"
                        : "--add-config producer_byte_rate=" + producer.eventsPerSecond() * BYTES_AN_EVENT)
                + " --entity-type users --entity-name '" + producer.id() + "'");
        return lines;
    }

    private Stream<String> topics() {
        if (producer.types().isEmpty()) {
            return Topics.inputs().stream();
        }
        return producer.types().stream()
                .map(EventType::ofShortName)
                .flatMap(Optional::stream)
                .map(Topics::of)
                .distinct()
                .sorted();
    }
}
