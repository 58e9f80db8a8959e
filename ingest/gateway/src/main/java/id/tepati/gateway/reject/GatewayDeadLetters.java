package id.tepati.gateway.reject;

import id.tepati.contract.event.Checked;
import id.tepati.contract.output.DeadLetter;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns refused events into records of the dead letters' topic. The same event refused for the same reason always
 * gives the same key, so that a request sent again replaces its letters. Thread-safe.
 */
public final class GatewayDeadLetters {
    private final String topic;

    /** Writes to the given topic. */
    public GatewayDeadLetters(String topic) {
        this.topic = topic;
    }

    /** The record for an event as received. */
    public ProducerRecord<byte[], byte[]> record(Checked.Rejected rejected, Instant at, byte[] event) {
        DeadLetter letter = DeadLetter.ofRequest(rejected, at, event);
        return new ProducerRecord<>(topic, letter.key().bytes(), letter.toJson());
    }
}
