package id.tepati.contract.topic;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a topic with what it must be. */
final class TopicCheck {
    private TopicCheck() {}

    /** What is wrong and what to do, in one sentence; empty if nothing is. */
    static Optional<String> problem(TopicSpec spec, int partitions, Map<String, String> settings) {
        if (partitions != spec.partitions()) {
            return Optional.of("Topic " + spec.name() + " has " + partitions + " partitions instead of "
                    + spec.partitions() + ": start with the number of partitions it was created with, or delete it and"
                    + " start again.");
        }
        return spec.settings().entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(settings.get(wanted.getKey())))
                .findFirst()
                .map(wanted -> sentence(spec.name(), wanted, settings.get(wanted.getKey())));
    }

    private static String sentence(String topic, Map.Entry<String, String> wanted, @Nullable String found) {
        String setting = wanted.getKey() + "=" + wanted.getValue();
        return "Topic " + topic + " has " + wanted.getKey() + "=" + found + " instead of " + wanted.getValue()
                + ": run kafka-configs.sh --alter --topic " + topic + " --add-config " + setting
                + " before events are written to it.";
    }
}
