package id.tepati.dashboard.readmodel;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.broker.testing.TestPostgres;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Progress;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.query.Compliance;
import id.tepati.dashboard.query.ComplianceRow;
import id.tepati.dashboard.query.Group;
import id.tepati.dashboard.query.Page;
import id.tepati.dashboard.query.Period;
import id.tepati.dashboard.query.Scope;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.dashboard.store.DatabaseException;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.ModelStore;
import id.tepati.dashboard.store.TestDatabase;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * All tests share the topics, so each has cases of its own, and only one reports progress; the one that writes very much
 * comes last, since every model reads all of it.
 */
@KafkaBroker
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReadModelTest {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2026-11-23T07:30:00Z");

    /** A long run has twenty. */
    private static final int KILLS = Boolean.getBoolean("tepati.long") ? 20 : 3;

    /** Would fail in every answer that adds it up. */
    private static final String SUM_WITHOUT_VALUES = "{\"v\":1,\"unit\":\"kel-rusak\",\"service\":\"ktp-el\","
            + "\"promise\":\"completion\",\"bucket\":\"2026-11-16\",\"duration\":{\"sum\":5,\"buckets\":{}},"
            + "\"used\":{\"sum\":0,\"buckets\":{}}}";

    /** Sources and letters change none. */
    private static final int ENOUGH_TO_CHANGE_A_FIGURE = 100;

    private static Throwable startWithoutTopics;

    private final TestBroker broker;

    ReadModelTest(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeAll
    static void createTopics(TestBroker broker) {
        startWithoutTopics = catchThrowable(() -> start(broker, ModelFixture::catalogue));
        TopicSetup.ensure(broker.admin(), PARTITIONS, (short) 1);
    }

    @Test
    void refusesToStartWithoutItsTopics() {
        assertThat(startWithoutTopics)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Topics.CASES)
                .hasMessageContaining("does not exist");
    }

    @Test
    void goesOnAfterARestartWhereItWas() {
        UnitId unit = new UnitId("kel-lanjut");
        DatabaseAddress database = TestDatabase.fresh();
        long read;
        try (ReadModel model = ready(database);
                KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.beginTransaction();
            sendCase(producer, unit, "C-1");
            producer.commitTransaction();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, unit, "C-1")).isTrue());
            read = model.reading().records();
            assertThat(read).isPositive();
        }
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.beginTransaction();
            sendCase(producer, unit, "C-2");
            producer.commitTransaction();
        }
        try (ReadModel model = ready(database)) {
            assertThat(holds(model, unit, "C-1")).isTrue();
            assertThat(holds(model, unit, "C-2")).isTrue();
            assertThat(model.reading().records()).isEqualTo(read + 1);
        }
    }

    /** Cities of three seeds have units and cases in common, so that these change. */
    @Order(Integer.MAX_VALUE)
    @Test
    void killedAtAnyMomentItComesToTheFiguresOfAFreshOne() throws IOException {
        Random random = new Random(7);
        Iterator<ModelFixture.Written> news = changes(random);
        List<UnitId> units = new GeneratedCity(1, LATER)
                .places().stream().map(GeneratedCity.Place::id).toList();
        DatabaseAddress database = TestDatabase.fresh();
        try (ModelStore watched = ModelStore.open(database, Clock.systemUTC());
                KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int round = 0; round < KILLS; round++) {
                long until = watched.ask(Model::revision) + 1 + random.nextInt(6);
                ReaderProcess reader = ReaderProcess.start(broker.bootstrapServers(), database);
                try {
                    sendUntil(until, () -> watched.ask(Model::revision), producer, news, random);
                } finally {
                    reader.kill();
                }
            }
        }
        assertThat(figuresIn(database, units)).isEqualTo(figuresIn(TestDatabase.fresh(), units));
    }

    @Order(Integer.MAX_VALUE - 1)
    @Test
    void comesToTheFiguresOfAFreshOneThoughItsDatabaseIsKilledAtAnyMoment() throws SQLException {
        TestPostgres server = TestDatabase.ownServer();
        DatabaseAddress database = TestDatabase.on(server);
        Random random = new Random(11);
        Iterator<ModelFixture.Written> news = changes(random);
        List<UnitId> units = new GeneratedCity(1, LATER)
                .places().stream().map(GeneratedCity.Place::id).toList();
        try (ReadModel model = ready(database);
                KafkaProducer<byte[], byte[]> producer = producer()) {
            long commits = 0;
            for (int round = 0; round < KILLS; round++) {
                long until = commits + 1 + random.nextInt(6);
                sendUntil(until, () -> model.ask(Model::revision), producer, news, random);
                commits = model.ask(Model::revision);
                server.kill();
            }
        }
        assertThat(figuresIn(database, units)).isEqualTo(figuresIn(TestDatabase.fresh(), units));
    }

    private static Iterator<ModelFixture.Written> changes(Random random) {
        List<ModelFixture.Written> changes = new ArrayList<>();
        for (int seed = 1; seed <= 3; seed++) {
            List<ModelFixture.Written> city =
                    new ArrayList<>(new GeneratedCity(seed, LATER).held().written());
            city.removeIf(record -> record.topic().equals(Topics.PROGRESS));
            Collections.shuffle(city, random);
            changes.addAll(city);
            city.stream()
                    .filter(record -> random.nextInt(10) == 0)
                    .forEach(record -> changes.add(new ModelFixture.Written(record.topic(), record.key(), null)));
        }
        return Stream.generate(() -> changes).flatMap(List::stream).iterator();
    }

    /** What was sent is read before more is sent, so that a slow machine has not more to read. */
    private static void sendUntil(
            long until,
            LongSupplier revision,
            KafkaProducer<byte[], byte[]> producer,
            Iterator<ModelFixture.Written> news,
            Random random) {
        long reached = -1;
        while (reached < until) {
            sendSome(producer, news, ENOUGH_TO_CHANGE_A_FIGURE + random.nextInt(100));
            long before = reached;
            reached = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .ignoreExceptionsInstanceOf(DatabaseException.class)
                    .until(revision::getAsLong, now -> now > before);
        }
    }

    private static void sendSome(
            KafkaProducer<byte[], byte[]> producer, Iterator<ModelFixture.Written> news, int count) {
        producer.beginTransaction();
        for (int i = 0; i < count; i++) {
            ModelFixture.Written record = news.next();
            send(producer, record.topic(), record.key(), record.value());
        }
        producer.commitTransaction();
    }

    private Collection<String> figuresIn(DatabaseAddress database, List<UnitId> units) {
        try (ReadModel model = ReadModel.start(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                ModelStore.open(database, Clock.systemUTC()),
                ModelFixture::catalogue,
                Clock.systemUTC())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(model.state()).isEqualTo(new ModelAccess.State.Ready()));
            return model.ask(held -> HeldFigures.of(held, units));
        }
    }

    @Test
    void holdsWhatWasCommittedAndReadsItAnewIntoAnotherDatabase() {
        ModelFixture city = ModelFixture.city();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.beginTransaction();
            city.written().stream()
                    .filter(record -> !record.topic().equals(Topics.PROGRESS))
                    .forEach(record -> send(producer, record.topic(), record.key(), record.value()));
            producer.commitTransaction();
        }
        for (int run = 0; run < 2; run++) {
            try (ReadModel model = ready()) {
                assertThat(model.ask(ReadModelTest::rows)).isEqualTo(rows(city.model()));
                assertThat(model.reading().behind()).isZero();
            }
        }
    }

    @Test
    void seesNothingOfAnAbortedTransaction() {
        UnitId unit = new UnitId("kel-batal");
        try (ReadModel model = ready();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.beginTransaction();
            sendCase(producer, unit, "batal");
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            sendCase(producer, unit, "jadi");
            producer.commitTransaction();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, unit, "jadi")).isTrue());
            assertThat(holds(model, unit, "batal")).isFalse();
        }
    }

    @Test
    void removesWhatATombstoneNames() {
        UnitId unit = new UnitId("kel-hapus");
        try (ReadModel model = ready();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.beginTransaction();
            sendCase(producer, unit, "C-1");
            producer.commitTransaction();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, unit, "C-1")).isTrue());
            long cases = model.ask(Model::sizes).cases();

            producer.beginTransaction();
            send(producer, Topics.CASES, unit + "|C-1", null);
            producer.commitTransaction();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, unit, "C-1")).isFalse());
            assertThat(model.ask(Model::sizes).cases()).isEqualTo(cases - 1);
        }
    }

    /** The mark is committed while what it speaks of is still in an open transaction on another partition. */
    @Test
    void believesProgressOnlyWhenItsOutputsAreRead() {
        UnitId unit = new UnitId("kel-tunda");
        Instant asOf = Instant.parse("2026-11-23T02:00:00Z");
        try (ReadModel model = ready();
                KafkaProducer<byte[], byte[]> outputs = producer();
                KafkaProducer<byte[], byte[]> marks = producer()) {
            outputs.beginTransaction();
            sendCase(outputs, unit, "C-1");
            outputs.flush();
            report(marks, 0, asOf);
            report(marks, 1, asOf.plusSeconds(60));
            UnitId witness = onOtherPartitionThan(unit);
            marks.beginTransaction();
            sendCase(marks, witness, "later-than-the-marks");
            marks.commitTransaction();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, witness, "later-than-the-marks"))
                            .isTrue());
            assertThat(model.ask(Model::asOf)).isEmpty();
            assertThat(holds(model, unit, "C-1")).isFalse();

            outputs.commitTransaction();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(model.ask(Model::asOf)).contains(asOf));
            assertThat(holds(model, unit, "C-1")).isTrue();
        }
    }

    @Test
    void passesOverWhatItCannotRead() {
        UnitId unit = new UnitId("kel-rusak");
        try (ReadModel model = ready();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            long before = model.reading().unreadable();
            producer.beginTransaction();
            send(producer, Topics.CASES, unit + "|rusak", bytes("{not json"));
            send(producer, Topics.TALLIES, "three|parts|only", bytes("{}"));
            send(producer, Topics.TALLIES, unit + "|ktp-el|completion|2026-11-16", bytes(SUM_WITHOUT_VALUES));
            sendCase(producer, unit, "baik");
            producer.commitTransaction();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(holds(model, unit, "baik")).isTrue());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(model.reading().unreadable()).isEqualTo(before + 3));
            assertThat(model.state()).isEqualTo(new ModelAccess.State.Ready());
        }
    }

    @Test
    void failsWhenTheCatalogueIsKnownNoMore() {
        AtomicBoolean gone = new AtomicBoolean();
        Supplier<CatalogueSnapshot> catalogue = () -> {
            if (gone.get()) {
                throw new IllegalStateException("the catalogue feed ended");
            }
            return ModelFixture.catalogue();
        };
        try (ReadModel model = start(broker, catalogue)) {
            gone.set(true);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(model.state())
                            .isEqualTo(new ModelAccess.State.Failed("The read model ended: the catalogue feed ended")));
        }
    }

    private static UnitId onOtherPartitionThan(UnitId unit) {
        return IntStream.range(0, 100)
                .mapToObj(number -> new UnitId("kel-saksi-" + number))
                .filter(candidate ->
                        Partitioning.of(candidate.value(), PARTITIONS) != Partitioning.of(unit.value(), PARTITIONS))
                .findFirst()
                .orElseThrow();
    }

    private static List<ComplianceRow> rows(Model model) {
        Scope scope = new Scope(MAWAR, true, null, null, null, Period.ALWAYS, DateBasis.VERDICT);
        return Compliance.answer(model, scope, Group.UNIT, new Page.Wanted(null, 100), NOW).rows().stream()
                .filter(row -> row.unit().equals(MELATI.value()) || row.unit().equals(KENANGA.value()))
                .toList();
    }

    private static boolean holds(ReadModel model, UnitId unit, String id) {
        return model.ask(held -> held.cases().find(unit, new CaseId(id)).isPresent());
    }

    private ReadModel ready() {
        return ready(TestDatabase.fresh());
    }

    private ReadModel ready(DatabaseAddress database) {
        ReadModel model = start(broker, database, ModelFixture::catalogue);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(model.state()).isEqualTo(new ModelAccess.State.Ready()));
        return model;
    }

    private static ReadModel start(TestBroker broker, Supplier<CatalogueSnapshot> catalogue) {
        return start(broker, TestDatabase.fresh(), catalogue);
    }

    private static ReadModel start(TestBroker broker, DatabaseAddress database, Supplier<CatalogueSnapshot> catalogue) {
        return ReadModel.start(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                ModelStore.open(database, Clock.fixed(NOW, ZoneOffset.UTC)),
                catalogue,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "transactional.id",
                        broker.uniqueName("read-model-test")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void report(KafkaProducer<byte[], byte[]> producer, int partition, Instant asOf) {
        Progress progress = new Progress(partition, asOf, Map.of());
        producer.beginTransaction();
        producer.send(
                new ProducerRecord<>(Topics.PROGRESS, partition, progress.key().bytes(), progress.toJson()));
        producer.commitTransaction();
    }

    private static void sendCase(KafkaProducer<byte[], byte[]> producer, UnitId unit, String id) {
        String row = "{\"v\":1,\"unit\":\"" + unit + "\",\"case\":\"" + id
                + "\",\"incomplete\":false,\"clocks\":[],\"events\":[]}";
        send(producer, Topics.CASES, unit + "|" + id, bytes(row));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, String key, byte[] value) {
        int partition = Partitioning.of(OutputKey.unitOf(bytes(key)), PARTITIONS);
        producer.send(new ProducerRecord<>(topic, partition, bytes(key), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
