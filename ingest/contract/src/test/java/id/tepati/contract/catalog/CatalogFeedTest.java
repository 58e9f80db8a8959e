package id.tepati.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tepati.broker.EmbeddedBroker;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@KafkaBroker
final class CatalogFeedTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LONG = Duration.ofSeconds(30);

    private TestBroker broker;
    private Map<String, Object> client;
    private String topic;

    @BeforeEach
    void createTopic(TestBroker shared) {
        broker = shared;
        client = Map.of("bootstrap.servers", shared.bootstrapServers());
        topic = shared.createTopic("catalog", 1, Map.of("cleanup.policy", "compact"));
    }

    @Test
    void hasReadEverythingWhenItStarts() {
        List<CatalogEntry> published = publish(Entries.calendar(), Entries.unit("kel-melati", "Melati"));

        Instant before = CLOCK.instant();
        try (CatalogFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(new CatalogSnapshot(published, 2));
            assertThat(feed.readUpTo()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void startsOnAnEmptyTopic() {
        try (CatalogFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(CatalogSnapshot.EMPTY);
        }
    }

    @Test
    void showsEveryPublicationThatEndedBeforeTheInstantWaitedFor() {
        try (CatalogFeed feed = start()) {
            List<CatalogSnapshot> heard = new CopyOnWriteArrayList<>();
            feed.onChange(heard::add);
            List<CatalogEntry> published = publish(Entries.unit("kel-melati", "Melati"));

            boolean reached = feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(reached).isTrue();
            assertThat(feed.snapshot().entries()).isEqualTo(published);
            assertThat(heard).containsExactly(feed.snapshot());
        }
    }

    @Test
    void publishesThreeSecondsAheadAndNumbersVersions() {
        Instant before = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CatalogEntry> first = publish(Entries.unit("kel-melati", "Melati"));
        assertThat(first.get(0).knownFrom())
                .isBetween(before.plusSeconds(3), CLOCK.instant().plusSeconds(3));

        try (CatalogFeed feed = start();
                CatalogPublisher publisher = CatalogPublisher.open(client, topic, CLOCK)) {
            Draft draft = new Draft(List.of(Entries.unit("kel-melati", "Melati Baru")));
            List<CatalogEntry> second =
                    publisher.publish(CatalogDiff.between(feed.snapshot().entries(), draft));
            feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(second).extracting(CatalogEntry::version).containsExactly(2);
            assertThat(feed.snapshot().entries()).containsExactly(first.get(0), second.get(0));
            assertThat(publisher.publish(CatalogDiff.between(feed.snapshot().entries(), draft)))
                    .isEmpty();
        }
    }

    @Test
    void passesOverWhatItCannotRead() throws Exception {
        try (CatalogFeed feed = start()) {
            send("unit/x/1", "{broken");
            send("unit/x/1", "{broken again");
            send(
                    "unit/other/1",
                    new String(json(Entries.unit("kel-melati", "M").as(1, Entries.KNOWN)), StandardCharsets.UTF_8));
            List<CatalogEntry> published = publish(Entries.unit("kel-kenanga", "Kenanga"));
            feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(feed.snapshot()).isEqualTo(new CatalogSnapshot(published, 1));
        }
    }

    @Test
    void doesNotClaimToHaveReadWhatAnOpenTransactionHolds() {
        CatalogEntry entry = Entries.unit("kel-melati", "Melati").as(1, Entries.KNOWN);
        try (CatalogFeed feed = start();
                KafkaProducer<byte[], byte[]> producer =
                        producer(Map.of("transactional.id", broker.uniqueName("tx")))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(entry.key(), CatalogJson.write(entry)));
            producer.flush();
            Instant sent = CLOCK.instant();

            assertThat(feed.awaitReadUpTo(sent, Duration.ofSeconds(3))).isFalse();
            assertThat(feed.snapshot().entries()).isEmpty();
            producer.commitTransaction();

            assertThat(feed.awaitReadUpTo(sent, LONG)).isTrue();
            assertThat(feed.snapshot().entries()).containsExactly(entry);
        }
    }

    @Test
    void movesOnByItselfWithoutAnybodyWaiting() {
        try (CatalogFeed feed = start()) {
            Instant now = CLOCK.instant();

            await().atMost(LONG).untilAsserted(() -> assertThat(feed.readUpTo()).isAfter(now));
        }
    }

    @Test
    void publishesNothingWhenSendingTookTooLong() {
        Clock slow = new Clock() {
            private Instant now = CLOCK.instant();

            @Override
            public Instant instant() {
                now = now.plusMillis(2_500);
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        CatalogDiff diff = CatalogDiff.between(List.of(), new Draft(List.of(Entries.unit("kel-melati", "Melati"))));

        try (CatalogPublisher publisher = CatalogPublisher.open(client, topic, slow)) {
            assertThatThrownBy(() -> publisher.publish(diff))
                    .isInstanceOf(CatalogFeedException.class)
                    .hasMessageContaining("nothing was published");
        }
        try (CatalogFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(CatalogSnapshot.EMPTY);
        }
    }

    @Test
    void standsStillWhileTheBrokerIsAwayAndGoesOnWhenItIsBack(@TempDir Path data) throws Exception {
        EmbeddedBroker own = EmbeddedBroker.start(data, 0);
        int port = Integer.parseInt(own.bootstrapServers().replaceFirst(".*:", ""));
        client = Map.of("bootstrap.servers", own.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (CatalogFeed feed = start()) {
            own.close();
            assertThat(feed.awaitReadUpTo(CLOCK.instant(), Duration.ofSeconds(2)))
                    .isFalse();

            own = EmbeddedBroker.start(data, port);
            List<CatalogEntry> published = publish(Entries.unit("kel-melati", "Melati"));

            assertThat(feed.awaitReadUpTo(CLOCK.instant(), LONG)).isTrue();
            assertThat(feed.snapshot().entries()).isEqualTo(published);
        } finally {
            own.close();
        }
    }

    @Test
    void keepsTheErrorOfAListenerAndThrowsItToEverybody() {
        try (CatalogFeed feed = start()) {
            feed.onChange(snapshot -> {
                throw new IllegalStateException("listener broke");
            });
            publish(Entries.unit("kel-melati", "Melati"));

            assertThatThrownBy(() -> feed.awaitReadUpTo(CLOCK.instant(), LONG))
                    .isInstanceOf(CatalogFeedException.class)
                    .hasMessageContaining("listener broke");
            assertThatThrownBy(feed::snapshot).isInstanceOf(CatalogFeedException.class);
            assertThatThrownBy(feed::readUpTo).isInstanceOf(CatalogFeedException.class);
        }
    }

    @Test
    void throwsToWhoeverAsksAfterItWasClosed() {
        CatalogFeed feed = start();
        feed.close();

        assertThatThrownBy(feed::snapshot)
                .isInstanceOf(CatalogFeedException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void refusesAMissingTopicATopicOfTwoPartitionsAndABrokerThatIsNotThere() {
        assertThatThrownBy(() -> CatalogFeed.start(client, broker.uniqueName("none"), CLOCK, LONG))
                .isInstanceOf(CatalogFeedException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> CatalogFeed.start(client, broker.createTopic("two", 2), CLOCK, LONG))
                .isInstanceOf(CatalogFeedException.class)
                .hasMessageContaining("has 2 partitions");
        assertThatThrownBy(() -> CatalogFeed.start(
                        Map.of("bootstrap.servers", "127.0.0.1:1"), topic, CLOCK, Duration.ofSeconds(2)))
                .isInstanceOf(CatalogFeedException.class)
                .hasMessageContaining("No Kafka broker answered");
    }

    private CatalogFeed start() {
        return CatalogFeed.start(client, topic, CLOCK, LONG);
    }

    private List<CatalogEntry> publish(CatalogEntry... draft) {
        try (CatalogPublisher publisher = CatalogPublisher.open(client, topic, CLOCK)) {
            return publisher.publish(CatalogDiff.between(List.of(), new Draft(List.of(draft))));
        }
    }

    private void send(String key, String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(record(key, value.getBytes(StandardCharsets.UTF_8))).get();
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static byte[] json(CatalogEntry entry) {
        return CatalogJson.write(entry);
    }
}
