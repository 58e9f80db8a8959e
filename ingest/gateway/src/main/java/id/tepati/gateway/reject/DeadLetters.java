package id.tepati.gateway.reject;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns refused events into records of the dead letters' topic. The same event refused for the same reason always
 * gives the same key, so that a request sent again replaces its letters. Thread-safe.
 */
public final class DeadLetters {
    /** JSON escapes of printable ASCII but for quote and backslash, which would change the structure. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u00(2[013-9a-fA-F]|[346][0-9a-fA-F]|5[0-9abdefABDEF]|7[0-9a-eA-E])");

    private final String topic;

    /** Writes to the given topic. */
    public DeadLetters(String topic) {
        this.topic = topic;
    }

    /** The record for an event as received. Identifiers that hold personal data are not kept, not even masked. */
    public ProducerRecord<byte[], byte[]> record(Checked.Rejected rejected, Instant at, byte[] event) {
        DeadLetter letter = DeadLetter.ofRequest(rejected, at, unescaped(event));
        if (rejected.rejection().code() == RejectCode.PERSONAL_DATA_IN_IDENTIFIER) {
            letter = withoutPayload(letter);
        }
        return new ProducerRecord<>(topic, letter.key().getBytes(StandardCharsets.UTF_8), letter.toJson());
    }

    /** Digits written as escapes would pass the masking, and whoever reads the letter would see them again. */
    private static byte[] unescaped(byte[] event) {
        String text = new String(event, StandardCharsets.UTF_8);
        if (!text.contains("\\u00")) {
            return event;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DeadLetter withoutPayload(DeadLetter letter) {
        return new DeadLetter(
                letter.id(),
                letter.code(),
                letter.pointer(),
                letter.cure(),
                letter.at(),
                letter.where(),
                letter.unit(),
                letter.source(),
                letter.type(),
                null);
    }
}
