package id.tepati.pipeline.admit;

import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.state.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a handed-off record says of its original, in headers beside those it had: topic, partition, offset, and the
 * timestamp in milliseconds since 1970, each as text. On the inputs these headers mean nothing.
 */
final class HandOff {
    private static final String TOPIC = "tepati-origin-topic";
    private static final String PARTITION = "tepati-origin-partition";
    private static final String OFFSET = "tepati-origin-offset";
    private static final String TIMESTAMP = "tepati-origin-timestamp";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private HandOff() {}

    /** The headers of a record and where it stood. */
    static Headers headers(Headers original, Origin origin) {
        Headers headers = new RecordHeaders(original);
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the original stood; empty if the headers do not say so, or name no input. */
    static Optional<Origin> origin(Headers headers) {
        String topic = text(headers, TOPIC);
        long partition = number(headers, PARTITION);
        long offset = number(headers, OFFSET);
        long timestamp = number(headers, TIMESTAMP);
        boolean possible = Topics.inputs().contains(topic)
                && partition >= 0
                && partition <= Integer.MAX_VALUE
                && offset >= 0
                && timestamp >= 0;
        return possible ? Optional.of(new Origin(topic, (int) partition, offset, timestamp)) : Optional.empty();
    }

    private static long number(Headers headers, String name) {
        String text = text(headers, name);
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
