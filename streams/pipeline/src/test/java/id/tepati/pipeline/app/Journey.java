package id.tepati.pipeline.app;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.event.Register;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.Published;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.oracle.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Sends generated events of a world through the topology while time and the catalogue move on. */
final class Journey {
    private static final EventWriter WRITER = new EventWriter();
    /** Of every ticket. */
    private static final String NUMBER = "A1";

    private static final EventReader READER = new EventReader();
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(40),
            Duration.ofMinutes(50),
            Duration.ofHours(9),
            Duration.ofDays(3));

    private final World world;
    private final Random random;
    private Instant learned;
    private Instant asOf = Instant.MIN;

    /**
     * An event on its way into a case.
     *
     * @param caseId of a ticket that is sent by its number alone, the id that follows from it
     */
    record Arrival(String caseId, CaseEvent event, boolean byNumber) {
        Arrival(String caseId, CaseEvent event) {
            this(caseId, event, false);
        }

        /** Sent as by a display that knows numbers only. */
        static Arrival byNumber(LocalDate serviceDay, CaseEvent event) {
            return new Arrival(NUMBER + "-" + serviceDay, event, true);
        }
    }

    /** What the output topics hold in the end. */
    record Outcome(NavigableMap<String, String> cases, NavigableMap<String, String> tallies) {}

    Journey(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        // a record older than the publication of its unit is unknown to it
        this.learned = world.units().stream()
                .map(Published::knownFrom)
                .min(Comparator.naturalOrder())
                .filter(known -> !known.equals(Instant.MIN))
                .orElse(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** An instant not before any of the events could have been learned, whatever their order. */
    static Instant afterAll(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> arrival.event().time())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(Duration.ofDays(3L * arrivals.size() + 1));
    }

    /** The events arrive in this order; in the end all timers up to an instant have fired. */
    Outcome run(List<Arrival> arrivals, Instant end) {
        GrowingCatalogue catalogue = new GrowingCatalogue(world);
        try (Bench bench = new Bench(catalogue)) {
            for (Arrival arrival : arrivals) {
                timePasses(arrival);
                catalogue.grow(learned);
                bench.send(topic(arrival.event()), world.unit().value(), learned, bytes(arrival));
                if (random.nextInt(3) > 0) {
                    moveOn();
                    bench.asOf(asOf);
                }
            }
            catalogue.grow(end);
            bench.asOf(end).turn();
            assertNothingRefused(bench);
            return new Outcome(bench.kept(Topics.CASES), bench.kept(Topics.TALLIES));
        }
    }

    /** The broker takes a record not before the last one, and not long before its event happened. */
    private void timePasses(Arrival arrival) {
        Instant happened = arrival.event().time();
        Instant earliest = random.nextInt(4) == 0 ? happened.minus(Duration.ofMinutes(14)) : happened;
        Instant later = learned.plus(DELAYS.get(random.nextInt(DELAYS.size())));
        Instant at = random.nextInt(3) == 0 || later.isAfter(earliest) ? later : earliest;
        at = at.isBefore(earliest) ? earliest : at;
        learned = at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }

    /** The task has come to any instant since the last one and not after the last record. */
    private void moveOn() {
        if (asOf.equals(Instant.MIN) || random.nextBoolean()) {
            asOf = learned;
        } else {
            long micros = ChronoUnit.MICROS.between(asOf, learned);
            asOf = asOf.plus((long) (random.nextDouble() * micros), ChronoUnit.MICROS);
        }
    }

    private static void assertNothingRefused(Bench bench) {
        bench.deadLetters().forEach(letter -> {
            if (!letter.code().equals("id-conflict")) {
                throw new AssertionError("refused: " + letter);
            }
        });
    }

    private String topic(CaseEvent event) {
        return switch (event.type().family()) {
            case TICKET -> Topics.QUEUE;
            case APPLICATION -> Topics.APPLICATIONS;
            case COMPLAINT -> Topics.COMPLAINTS;
            case NONE -> Topics.inputs().get(random.nextInt(Topics.inputs().size()));
        };
    }

    /** The event as its case gets to know it: what the contract reads from what is sent. */
    CaseEvent read(Arrival arrival) {
        Checked checked = READER.readRecord(new RecordHeaders(), bytes(arrival), Register.ALL_KNOWN, FAR);
        if (checked instanceof Checked.Accepted accepted) {
            return accepted.event().event();
        }
        throw new AssertionError("not an event: " + checked);
    }

    private byte[] bytes(Arrival arrival) {
        CaseEvent event = arrival.event();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", world.unit().value());
        if (!arrival.byNumber() || event.type() == EventType.EVENT_VOIDED) {
            data.put("case", arrival.caseId());
        } else {
            data.put("number", NUMBER);
        }
        if (event.type() != EventType.EVENT_VOIDED) {
            data.put("service", Objects.requireNonNull(event.service()).value());
        }
        event.details().get(Field.PROMISED_AT).ifPresent(text -> data.put("promisedAt", text));
        for (Field field : List.of(Field.SERVICE_DAY, Field.STAGE, Field.APPOINTMENT, Field.TO_SERVICE)) {
            event.details().get(field).ifPresent(text -> data.put(field.wireName(), text));
        }
        data.putAll(required(event));
        String sequence =
                event.sequence().equals(Sequence.NONE) ? null : event.sequence().value();
        return WRITER.write(new OutgoingEvent(
                event.type(),
                event.identity().id().toString(),
                event.identity().source(),
                event.time(),
                sequence,
                data));
    }

    private static Map<String, Object> required(CaseEvent event) {
        return switch (event.type()) {
            case TICKET_ISSUED, TICKET_CALLED, TICKET_RECALLED -> Map.of("number", NUMBER);
            case APPLICATION_RETURNED -> Map.of("missing", "ktp");
            case APPLICATION_EXTENDED -> Map.of("extra", Map.of("amount", 2, "unit", "working-days"), "reason", "x");
            case APPLICATION_DECIDED -> Map.of("outcome", "granted");
            case COMPLAINT_VERIFIED -> Map.of("class", "jalan");
            case COMPLAINT_FORWARDED -> Map.of("toUnit", "dinas-lain");
            case COMPLAINT_RESPONDED -> Map.of("final", event.details().is(Field.FINAL));
            case COMPLAINT_CLOSED ->
                Map.of("outcome", event.details().get(Field.OUTCOME).orElse("resolved"));
            case EVENT_VOIDED ->
                Map.of(
                        "voids",
                        Map.of(
                                "source",
                                        event.details().get(Field.VOIDS_SOURCE).orElseThrow(),
                                "id", event.details().get(Field.VOIDS_ID).orElseThrow()),
                        "reason",
                        "salah-input");
            default -> Map.of();
        };
    }
}
