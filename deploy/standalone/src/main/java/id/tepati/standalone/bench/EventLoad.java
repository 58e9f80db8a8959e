package id.tepati.standalone.bench;

import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Events as a busy city sends them: of ten cases six are tickets (issued, called, served), three are files (submitted,
 * accepted, decided) and one is a complaint (received, responded, closed). Many cases go on side by side.
 */
final class EventLoad {
    static final int EVENTS_A_CASE = 3;

    private static final int SIDE_BY_SIDE = 2_000;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration BEFORE_NOW = Duration.ofHours(2);
    private static final EventWriter WRITER = new EventWriter();
    private static final List<List<Step>> LIVES = List.of(
            List.of(
                    new Step(EventType.TICKET_ISSUED, Map.of()),
                    new Step(EventType.TICKET_CALLED, Map.of("counter", "3")),
                    new Step(EventType.TICKET_SERVED, Map.of())),
            List.of(
                    new Step(EventType.APPLICATION_SUBMITTED, Map.of()),
                    new Step(EventType.APPLICATION_ACCEPTED, Map.of()),
                    new Step(EventType.APPLICATION_DECIDED, Map.of("outcome", "granted"))),
            List.of(
                    new Step(EventType.COMPLAINT_RECEIVED, Map.of("channel", "loket")),
                    new Step(EventType.COMPLAINT_RESPONDED, Map.of()),
                    new Step(EventType.COMPLAINT_CLOSED, Map.of("outcome", "resolved"))));

    private final int units;
    private final Instant begin;

    private record Step(EventType type, Map<String, Object> more) {}

    /** A load over so many units of {@link BenchCity}; what is written to topics happened before an instant. */
    EventLoad(int units, Instant now) {
        this.units = units;
        this.begin = now.minus(BEFORE_NOW);
    }

    /** Writes the first so many events to the input topics; returns when Kafka has all of them. */
    void write(String kafka, int events) {
        write(kafka, IntStream.range(0, events).mapToObj(this::at));
    }

    /** Writes events to the input topics; returns when Kafka has all of them. */
    static void write(String kafka, Stream<OutgoingEvent> events) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "linger.ms",
                20,
                "batch.size",
                131_072,
                "compression.type",
                "lz4");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            events.forEach(event -> {
                var unused = producer.send(record(event), (sent, error) -> failure.compareAndSet(null, error));
            });
            producer.flush();
        }
        Exception lost = failure.get();
        if (lost != null) {
            throw new IllegalStateException("Kafka did not take all events of the benchmark: " + lost, lost);
        }
    }

    /** The record of an event. */
    static ProducerRecord<byte[], byte[]> record(OutgoingEvent event) {
        String unit = String.valueOf(event.data().get("unit"));
        return new ProducerRecord<>(
                Topics.of(event.type()), unit.getBytes(StandardCharsets.UTF_8), WRITER.write(event));
    }

    private OutgoingEvent at(int place) {
        return at(place, begin.plusMillis(number(place)).plus(STEP.multipliedBy(step(place))));
    }

    private static int number(int place) {
        return place / (SIDE_BY_SIDE * EVENTS_A_CASE) * SIDE_BY_SIDE + place % SIDE_BY_SIDE;
    }

    private static int step(int place) {
        return place / SIDE_BY_SIDE % EVENTS_A_CASE;
    }

    /** The event at a place of the load: the first steps of many cases, then their second ones, and so on. */
    OutgoingEvent at(int place, Instant time) {
        return of(number(place), step(place), time);
    }

    /** What happens at a step of a case. */
    static EventType type(int number, int step) {
        return life(number).get(step).type;
    }

    /** A place at which only cases after the first so many happen. */
    static int placeAfter(int cases) {
        return (cases / SIDE_BY_SIDE + 1) * SIDE_BY_SIDE * EVENTS_A_CASE;
    }

    /** The event of a step of a case. */
    OutgoingEvent of(int number, int step, Instant time) {
        Step now = life(number).get(step);
        String unit = BenchCity.unit(number % units);
        Map<String, Object> data = new LinkedHashMap<>(now.more);
        data.put("unit", unit);
        data.put("service", BenchCity.SERVICE);
        data.put("case", "UJI/" + number);
        if (now.type == EventType.TICKET_ISSUED) {
            data.put("number", "A" + number);
        }
        return new OutgoingEvent(now.type, number + "-" + step, "urn:uji:loket-" + number % 9, time, null, data);
    }

    private static List<Step> life(int number) {
        int of = number % 10;
        return LIVES.get(of < 6 ? 0 : of < 9 ? 1 : 2);
    }
}
