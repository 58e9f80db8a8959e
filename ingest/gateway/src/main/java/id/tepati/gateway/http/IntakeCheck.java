package id.tepati.gateway.http;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.event.IncomingEvent;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.topic.Partitioning;
import id.tepati.gateway.reject.GatewayDeadLetters;
import id.tepati.gateway.reject.RefusedEvent;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.Sequence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Checks the events of a request one by one and addresses their records. Sends nothing. Thread-safe. */
final class IntakeCheck {
    private final EventReader reader = new EventReader();
    private final GatewayTopics topics;
    private final int partitions;
    private final GatewayDeadLetters deadLetters;

    IntakeCheck(GatewayTopics topics, int partitions) {
        this.topics = topics;
        this.partitions = partitions;
        this.deadLetters = new GatewayDeadLetters(topics.deadLetters());
    }

    /** What makes an event of a request the same as an earlier one of it. */
    private record Sent(EventIdentity identity, Sequence sequence, Digest content) {
        static Sent of(IncomingEvent event) {
            return new Sent(
                    event.event().identity(),
                    event.event().sequence(),
                    event.event().content());
        }
    }

    /**
     * Checks the events of a request.
     *
     * @param right what their sender may send
     * @param batch the import that they came with, or null
     */
    Intake check(List<byte[]> events, SendingRight right, Instant receivedAt, @Nullable ImportBatch batch) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        List<RefusedEvent> refused = new ArrayList<>();
        List<Intake.Ignored> ignored = new ArrayList<>();
        Set<Sent> sent = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            byte[] bytes = events.get(i);
            Checked checked = read(bytes, right, receivedAt);
            if (checked instanceof Checked.Accepted it) {
                int index = i;
                it.ignored().forEach(field -> ignored.add(new Intake.Ignored(index, field)));
                if (sent.add(Sent.of(it.event()))) {
                    records.add(record(it.event(), bytes, batch));
                }
            } else if (checked instanceof Checked.Rejected it) {
                records.add(deadLetters.record(it, receivedAt, bytes));
                refused.add(RefusedEvent.of(i, it));
            }
        }
        int repeated = events.size() - refused.size() - sent.size();
        return new Intake(records, new Intake.Answer(sent.size(), repeated, refused, ignored));
    }

    /** What becomes of a body in which no event can be told from another. */
    Intake broken(byte[] body, String cure, Instant receivedAt) {
        var rejected = new Checked.Rejected(new Rejection(RejectCode.MALFORMED, "", cure), RefusedEventDetails.NOTHING);
        return new Intake(
                List.of(deadLetters.record(rejected, receivedAt, body)),
                new Intake.Answer(0, 0, List.of(RefusedEvent.of(0, rejected))));
    }

    private Checked read(byte[] event, SendingRight right, Instant receivedAt) {
        if (event.length > GatewayLimits.BYTES_AN_EVENT) {
            String cure = "Keep one event below " + GatewayLimits.BYTES_AN_EVENT / 1024 + " KiB.";
            return new Checked.Rejected(new Rejection(RejectCode.TEXT_TOO_LONG, "", cure), RefusedEventDetails.NOTHING);
        }
        Checked checked = reader.read(event, right.register(), receivedAt);
        if (checked instanceof Checked.Accepted it) {
            Optional<Rejection> forbidden = right.whyNot(it.event().event());
            return forbidden.isPresent() ? EventReader.refused(event, forbidden.get()) : checked;
        }
        return checked;
    }

    private ProducerRecord<byte[], byte[]> record(IncomingEvent event, byte[] bytes, @Nullable ImportBatch batch) {
        String unit = event.unit().value();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.of(event.event().type()),
                Partitioning.of(unit, partitions),
                unit.getBytes(StandardCharsets.UTF_8),
                bytes);
        if (batch != null) {
            batch.addTo(record.headers());
        }
        return record;
    }
}
