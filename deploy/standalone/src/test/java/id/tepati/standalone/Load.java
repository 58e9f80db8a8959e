package id.tepati.standalone;

import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.standalone.Api.Figures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Complaints of ten units, promised to be settled in two hours, whose end a simple rule tells: every seventh stays open,
 * of the rest every third took three hours, the others one. Every fifth event is sent twice, and every second case by a
 * client that spreads keys by CRC32, so that it lies elsewhere than the Java client would put it.
 */
final class Load {
    static final int PARTITIONS = 6;
    static final String CATALOGUE = """
            calendars:
              - {id: selalu-buka, alwaysOpen: true}
            units:
              - {id: peran, name: Peran, type: uji, zone: Asia/Jakarta, calendar: selalu-buka}
            %s
            services:
              - {id: aduan-uji, name: Pengaduan}
            standards:
              - {service: aduan-uji, sk: SK UJI/2, promises: [{clock: resolution, within: 2 hours}]}
            """.formatted(unitLines());

    private static final int UNITS = 10;
    private static final Duration SETTLED_WITHIN = Duration.ofDays(1);

    private final Instant begin;

    Load(Instant now) {
        this.begin = now.minus(SETTLED_WITHIN);
    }

    private static String unitLines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < UNITS; i++) {
            lines.append("  - {id: ")
                    .append(unit(i))
                    .append(", name: Regu, type: uji, zone: Asia/Jakarta, calendar: selalu-buka}\n");
        }
        return lines.toString();
    }

    static String unit(int number) {
        return "regu-" + number % UNITS;
    }

    /** The events of some cases, sent in order; returns when the broker has them. */
    void send(String kafka, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 10),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = from; i < to; i++) {
                for (String event : events(i)) {
                    producer.send(record(i, event));
                }
            }
            producer.flush();
        }
    }

    private List<String> events(int number) {
        List<String> events = new ArrayList<>();
        events.add(event(number, "received", "", begin));
        if (number % 5 == 0) {
            events.add(events.get(0));
        }
        if (number % 7 != 0) {
            Duration taken = Duration.ofHours(number % 3 == 0 ? 3 : 1);
            events.add(event(number, "closed", ",\"outcome\":\"resolved\"", begin.plus(taken)));
        }
        return events;
    }

    private static String event(int number, String what, String more, Instant time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + number + "/" + what
                + "\",\"source\":\"uji/meja\",\"type\":\"id.tepati.complaint."
                + what + ".v1\",\"time\":\"" + time + "\",\"data\":{\"unit\":\"" + unit(number)
                + "\",\"service\":\"aduan-uji\",\"case\":\"A-" + number + "\"" + more + "}}";
    }

    private static ProducerRecord<byte[], byte[]> record(int number, String event) {
        byte[] key = unit(number).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(key);
        int partition =
                number % 2 == 0 ? Partitioning.of(unit(number), PARTITIONS) : (int) (crc.getValue() % PARTITIONS);
        return new ProducerRecord<>(Topics.COMPLAINTS, partition, key, event.getBytes(StandardCharsets.UTF_8));
    }

    /** By unit, counted by the rule above. */
    static Map<String, Figures> expected(int cases) {
        Map<String, Figures> expected = new TreeMap<>();
        for (int i = 0; i < cases; i++) {
            boolean open = i % 7 == 0;
            boolean late = open || i % 3 == 0;
            expected.merge(unit(i), new Figures(late ? 0 : 1, late ? 1 : 0, open ? 1 : 0, 0), Load::sum);
        }
        return expected;
    }

    /** By unit, of what the pipeline wrote. */
    static Map<String, Figures> counted(Collection<TallyRow> rows) {
        Map<String, Figures> counted = new TreeMap<>();
        rows.stream()
                .filter(row -> row.unit().startsWith("regu-") && !row.bucket().contains("T"))
                .forEach(row -> counted.merge(
                        row.unit(), new Figures(row.onTime(), row.late(), row.lateOpen(), row.noPromise()), Load::sum));
        return counted;
    }

    private static Figures sum(Figures one, Figures other) {
        return new Figures(
                one.onTime() + other.onTime(),
                one.late() + other.late(),
                one.lateOpen() + other.lateOpen(),
                one.noPromise() + other.noPromise());
    }
}
