package id.tepati.pipeline.broker;

import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.Case;
import id.tepati.pipeline.app.City;
import id.tepati.pipeline.app.HeldCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Many small units, and cases of which a simple rule says how they end: an izin is accepted, and every third one is
 * decided too late, every seventh is never decided.
 */
final class Town {
    static final List<String> UNITS =
            IntStream.range(0, 20).mapToObj(number -> "kel-" + number).toList();

    private Town() {}

    static HeldCatalogue catalogue() {
        return new HeldCatalogue(City.of(UNITS));
    }

    static Case izin(int number) {
        return new Case(UNITS.get(number % UNITS.size()), City.IZIN, "I-" + number);
    }

    static ProducerRecord<byte[], byte[]> accepted(int number, Instant at) {
        return application(izin(number), izin(number).accepted("a" + number, at));
    }

    static ProducerRecord<byte[], byte[]> decided(int number, Instant at) {
        return application(izin(number), izin(number).decided("d" + number, at));
    }

    private static ProducerRecord<byte[], byte[]> application(Case one, byte[] event) {
        return Cluster.record(Topics.APPLICATIONS, one.unit(), event);
    }

    /** Events of so many cases whose promises have all passed; some come twice. */
    static List<ProducerRecord<byte[], byte[]>> mixed(int cases, Instant accepted) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            records.add(accepted(i, accepted));
            if (i % 7 != 0) {
                Duration taken = i % 3 == 0 ? Duration.ofMinutes(121) : Duration.ofMinutes(119);
                records.add(decided(i, accepted.plus(taken)));
            }
            if (i % 5 == 0) {
                records.add(accepted(i, accepted));
            }
        }
        return records;
    }

    /**
     * The same records as a client in another language may spread them: by CRC32 of the key, as librdkafka does unless
     * told otherwise, and without a key, wherever it suits the client.
     */
    static List<ProducerRecord<byte[], byte[]>> misplaced(List<ProducerRecord<byte[], byte[]>> records) {
        Random random = new Random(records.size());
        return records.stream()
                .map(record -> random.nextInt(3) == 0
                        ? on(random.nextInt(Cluster.PARTITIONS), null, record)
                        : on(crc32(record.key()), record.key(), record))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> on(
            int partition, byte @Nullable [] key, ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), partition, key, record.value());
    }

    private static int crc32(byte[] key) {
        CRC32 crc = new CRC32();
        crc.update(key);
        return (int) (crc.getValue() % Cluster.PARTITIONS);
    }

    /** How many lie elsewhere than the Java client would have put them, or lack a key. */
    static long countMisplaced(
            List<ProducerRecord<byte[], byte[]>> spread, List<ProducerRecord<byte[], byte[]>> asTheJavaClient) {
        return IntStream.range(0, spread.size())
                .filter(i -> spread.get(i).key() == null
                        || spread.get(i).partition()
                                != Partitioning.of(
                                        new String(asTheJavaClient.get(i).key(), StandardCharsets.UTF_8),
                                        Cluster.PARTITIONS))
                .count();
    }

    /** What becomes of them by unit: opened, onTime, late, lateOpen. */
    static NavigableMap<String, List<Long>> expected(int cases) {
        NavigableMap<String, List<Long>> expected = new TreeMap<>();
        for (int i = 0; i < cases; i++) {
            boolean open = i % 7 == 0;
            boolean late = open || i % 3 == 0;
            List<Long> one = List.of(1L, late ? 0L : 1L, late ? 1L : 0L, open ? 1L : 0L);
            expected.merge(izin(i).unit(), one, Town::sum);
        }
        return expected;
    }

    static List<Long> sum(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i) + other.get(i))
                .toList();
    }
}
