package id.tepati.gateway.replay;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.IncomingEvent;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OriginalPlace;
import id.tepati.contract.topic.Partitioning;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was refused again, or takes it off the dead letters. What is sent again is checked first, as of now, and its
 * letter goes only once Kafka has the new record: cut short in between it may be replayed once more, which is harmless,
 * since an event is known by its source and id. Thread-safe.
 */
public final class LetterReplay {
    private static final String NOTHING_KEPT =
            "Nothing is kept of an event with personal data in an identifier: its source must send it under another one;"
                    + " then dismiss this letter.";
    private static final String NOT_WHOLE =
            "Personal data was masked in what is kept of it, or it was too long to be kept: its source must send it again;"
                    + " then dismiss this letter.";
    private static final String GONE =
            "Its record is not in the input topic any more: its source must send it again; then dismiss this letter.";

    private final EventReader reader = new EventReader();
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Object> client;
    private final ReplayTopics topics;
    private final Supplier<Register> register;
    private final Clock clock;

    /**
     * A replay.
     *
     * @param client settings of a Kafka client, by which letters are read
     * @param register what the catalogue knows now
     */
    public LetterReplay(
            Producer<byte[], byte[]> producer,
            Map<String, Object> client,
            ReplayTopics topics,
            Supplier<Register> register,
            Clock clock) {
        this.producer = producer;
        this.client = Map.copyOf(client);
        this.topics = topics;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Where things lie.
     *
     * @param inputs the input topics
     * @param ofType the input topic of a type of event
     * @param partitions of each input topic
     */
    public record ReplayTopics(
            List<String> inputs, Function<EventType, String> ofType, String deadLetters, int partitions) {
        /** Takes a copy of the list. */
        public ReplayTopics {
            inputs = List.copyOf(inputs);
        }
    }

    /** What is to be done about a letter: all of it has been worked out, nothing been sent. */
    private record Step(
            String id,
            @Nullable ReplayResult result,
            @Nullable ProducerRecord<byte[], byte[]> event,
            List<ProducerRecord<byte[], byte[]>> letters) {
        static Step stays(ReplayResult result) {
            return new Step(result.id(), result, null, List.of());
        }
    }

    /** What was sent first, and, where it reached a topic, its place. */
    private static final class Sent {
        private final Headers headers;
        private final byte @Nullable [] value;
        private final @Nullable OriginalPlace place;

        Sent(Headers headers, byte @Nullable [] value, @Nullable OriginalPlace place) {
            this.headers = headers;
            this.value = value;
            this.place = place;
        }
    }

    /**
     * Sends letters again, one result for each id, in their order.
     *
     * @throws KafkaException where Kafka does not answer; what was not sent keeps its letter
     */
    public List<ReplayResult> replay(List<String> ids) {
        List<Step> steps = new ArrayList<>();
        try (LetterReader letters = LetterReader.open(client, topics.deadLetters())) {
            Map<String, LetterReader.Found> found = letters.find(ids);
            for (String id : new LinkedHashSet<>(ids)) {
                LetterReader.Found one = found.get(id);
                steps.add(one == null ? Step.stays(ReplayResult.notFound(id)) : step(one, letters));
            }
        }
        return take(steps);
    }

    /**
     * Takes letters off the list without sending anything, one result for each id, in their order.
     *
     * @throws KafkaException where Kafka does not answer
     */
    public List<ReplayResult> dismiss(List<String> ids) {
        List<Step> steps = new ArrayList<>();
        try (LetterReader letters = LetterReader.open(client, topics.deadLetters())) {
            Map<String, LetterReader.Found> found = letters.find(ids);
            for (String id : new LinkedHashSet<>(ids)) {
                LetterReader.Found one = found.get(id);
                steps.add(
                        one == null
                                ? Step.stays(ReplayResult.notFound(id))
                                : new Step(id, ReplayResult.dismissed(id), null, List.of(tombstone(one))));
            }
        }
        return take(steps);
    }

    private Step step(LetterReader.Found found, LetterReader letters) {
        DeadLetter letter = found.letter();
        if (letter.code().equals(RejectCode.PERSONAL_DATA_IN_IDENTIFIER.wireName())) {
            return Step.stays(ReplayResult.notReplayable(letter.id(), NOTHING_KEPT));
        }
        Optional<OriginalPlace> place = letter.original();
        Optional<Sent> sent = place.isPresent()
                ? place.filter(at -> topics.inputs().contains(at.topic()))
                        .flatMap(letters::original)
                        .map(record -> new Sent(record.headers(), record.value(), place.get()))
                : letter.wholeEvent().map(event -> new Sent(new RecordHeaders(), event, null));
        return sent.map(it -> checked(found, it))
                .orElseGet(() ->
                        Step.stays(ReplayResult.notReplayable(letter.id(), place.isPresent() ? GONE : NOT_WHOLE)));
    }

    private Step checked(LetterReader.Found found, Sent sent) {
        Instant now = clock.instant();
        Checked checked = reader.readRecord(sent.headers, sent.value, register.get(), now);
        if (checked instanceof Checked.Rejected rejected) {
            return refused(found, sent, rejected, now);
        }
        IncomingEvent event = ((Checked.Accepted) checked).event();
        return new Step(found.letter().id(), null, record(event, sent), List.of(tombstone(found)));
    }

    /** The letter says why as of now. One of the gateway is known by that too, and may so come under another id. */
    private Step refused(LetterReader.Found found, Sent sent, Checked.Rejected rejected, Instant now) {
        byte[] value = Objects.requireNonNullElse(sent.value, new byte[0]);
        OriginalPlace place = sent.place;
        DeadLetter letter = place == null
                ? DeadLetter.ofRequest(rejected, now, value)
                : DeadLetter.ofRecord(rejected, now, place.topic(), place.partition(), place.offset(), sent.value);
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        if (letter.id().equals(found.letter().id())) {
            letters.add(new ProducerRecord<>(
                    topics.deadLetters(), found.partition(), letter.key().bytes(), letter.toJson()));
        } else {
            letters.add(new ProducerRecord<>(topics.deadLetters(), letter.key().bytes(), letter.toJson()));
            letters.add(tombstone(found));
        }
        return new Step(
                found.letter().id(), ReplayResult.refused(found.letter().id(), rejected.rejection()), null, letters);
    }

    /** As it was sent, but on the partition of its unit, whatever the producer of the original thought that to be. */
    private ProducerRecord<byte[], byte[]> record(IncomingEvent event, Sent sent) {
        String unit = event.unit().value();
        OriginalPlace place = sent.place;
        return new ProducerRecord<>(
                place == null ? topics.ofType().apply(event.event().type()) : place.topic(),
                Partitioning.of(unit, topics.partitions()),
                unit.getBytes(StandardCharsets.UTF_8),
                sent.value,
                sent.headers);
    }

    private ProducerRecord<byte[], byte[]> tombstone(LetterReader.Found found) {
        return new ProducerRecord<>(
                topics.deadLetters(), found.partition(), found.letter().key().bytes(), null);
    }

    /** The events first; letters are only touched when Kafka has all of those. */
    private List<ReplayResult> take(List<Step> steps) {
        List<Future<RecordMetadata>> events = new ArrayList<>();
        steps.forEach(step -> {
            ProducerRecord<byte[], byte[]> event = step.event();
            if (event != null) {
                events.add(producer.send(event));
            }
        });
        List<RecordMetadata> stored = events.stream().map(LetterReplay::stored).toList();
        List<Future<RecordMetadata>> letters = steps.stream()
                .flatMap(step -> step.letters().stream())
                .map(producer::send)
                .toList();
        letters.forEach(LetterReplay::stored);
        return results(steps, stored);
    }

    private static List<ReplayResult> results(List<Step> steps, List<RecordMetadata> stored) {
        List<ReplayResult> results = new ArrayList<>();
        int next = 0;
        for (Step step : steps) {
            ReplayResult known = step.result();
            if (known != null) {
                results.add(known);
            } else {
                RecordMetadata at = stored.get(next++);
                OriginalPlace place = new OriginalPlace(at.topic(), at.partition(), at.offset());
                results.add(ReplayResult.sent(step.id(), place.toString()));
            }
        }
        return results;
    }

    private static RecordMetadata stored(Future<RecordMetadata> record) {
        try {
            return record.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }
}
