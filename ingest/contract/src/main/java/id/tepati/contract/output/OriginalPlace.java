package id.tepati.contract.output;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the record lies that a dead letter is of. */
public record OriginalPlace(String topic, int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,249})/([0-9]{1,9})/([0-9]{1,18})");

    /** Refuses a place without a topic. */
    public OriginalPlace {
        Objects.requireNonNull(topic, "topic");
    }

    /** Reads {@code topic/partition/offset}; empty for any other text. */
    public static Optional<OriginalPlace> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new OriginalPlace(
                        found.group(1), Integer.parseInt(found.group(2)), Long.parseLong(found.group(3))))
                : Optional.empty();
    }

    /** The id of the dead letter of the record there. */
    public String letterId() {
        return topic + "-" + partition + "-" + offset;
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
