package id.tepati.contract.catalogue.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tepati.broker.EmbeddedBroker;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.catalogue.Entries;
import id.tepati.contract.catalogue.json.CatalogueJson;
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
final class CatalogueFeedTest {
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
        List<CatalogueEntry> published = publish(Entries.calendar(), Entries.unit("kel-melati", "Melati"));

        Instant before = CLOCK.instant();
        try (CatalogueFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(new CatalogueSnapshot(published, 2));
            assertThat(feed.readUpTo()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void startsOnAnEmptyTopic() {
        try (CatalogueFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(CatalogueSnapshot.EMPTY);
        }
    }

    @Test
    void showsEveryPublicationThatEndedBeforeTheInstantWaitedFor() {
        try (CatalogueFeed feed = start()) {
            List<CatalogueSnapshot> heard = new CopyOnWriteArrayList<>();
            feed.onChange(heard::add);
            List<CatalogueEntry> published = publish(Entries.unit("kel-melati", "Melati"));

            boolean reached = feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(reached).isTrue();
            assertThat(feed.snapshot().entries()).isEqualTo(published);
            assertThat(heard).containsExactly(feed.snapshot());
        }
    }

    @Test
    void publishesThreeSecondsAheadAndNumbersVersions() {
        Instant before = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        List<CatalogueEntry> first = publish(Entries.unit("kel-melati", "Melati"));
        assertThat(first.get(0).knownFrom())
                .isBetween(before.plusSeconds(3), CLOCK.instant().plusSeconds(3));

        try (CatalogueFeed feed = start();
                CataloguePublisher publisher = CataloguePublisher.open(client, topic, CLOCK)) {
            Draft draft = new Draft(List.of(Entries.unit("kel-melati", "Melati Baru")));
            List<CatalogueEntry> second =
                    publisher.publish(CatalogueDiff.between(feed.snapshot().entries(), draft));
            feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(second).extracting(CatalogueEntry::version).containsExactly(2);
            assertThat(feed.snapshot().entries()).containsExactly(first.get(0), second.get(0));
            assertThat(publisher.publish(CatalogueDiff.between(feed.snapshot().entries(), draft)))
                    .isEmpty();
        }
    }

    @Test
    void passesOverWhatItCannotRead() throws Exception {
        try (CatalogueFeed feed = start()) {
            send("unit/x/1", "{broken");
            send("unit/x/1", "{broken again");
            send(
                    "unit/other/1",
                    new String(json(Entries.unit("kel-melati", "M").as(1, Entries.KNOWN)), StandardCharsets.UTF_8));
            List<CatalogueEntry> published = publish(Entries.unit("kel-kenanga", "Kenanga"));
            feed.awaitReadUpTo(CLOCK.instant(), LONG);

            assertThat(feed.snapshot()).isEqualTo(new CatalogueSnapshot(published, 1));
        }
    }

    @Test
    void doesNotClaimToHaveReadWhatAnOpenTransactionHolds() {
        CatalogueEntry entry = Entries.unit("kel-melati", "Melati").as(1, Entries.KNOWN);
        try (CatalogueFeed feed = start();
                KafkaProducer<byte[], byte[]> producer =
                        producer(Map.of("transactional.id", broker.uniqueName("tx")))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(entry.key(), CatalogueJson.write(entry)));
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
        try (CatalogueFeed feed = start()) {
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
        CatalogueDiff diff = CatalogueDiff.between(List.of(), new Draft(List.of(Entries.unit("kel-melati", "Melati"))));

        try (CataloguePublisher publisher = CataloguePublisher.open(client, topic, slow)) {
            assertThatThrownBy(() -> publisher.publish(diff))
                    .isInstanceOf(CatalogueFeedException.class)
                    .hasMessageContaining("nothing was published");
        }
        try (CatalogueFeed feed = start()) {
            assertThat(feed.snapshot()).isEqualTo(CatalogueSnapshot.EMPTY);
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
        try (CatalogueFeed feed = start()) {
            own.close();
            assertThat(feed.awaitReadUpTo(CLOCK.instant(), Duration.ofSeconds(2)))
                    .isFalse();

            own = EmbeddedBroker.start(data, port);
            List<CatalogueEntry> published = publish(Entries.unit("kel-melati", "Melati"));

            assertThat(feed.awaitReadUpTo(CLOCK.instant(), LONG)).isTrue();
            assertThat(feed.snapshot().entries()).isEqualTo(published);
        } finally {
            own.close();
        }
    }

    @Test
    void keepsTheErrorOfAListenerAndThrowsItToEverybody() {
        try (CatalogueFeed feed = start()) {
            feed.onChange(snapshot -> {
                throw new IllegalStateException("listener broke");
            });
            publish(Entries.unit("kel-melati", "Melati"));

            assertThatThrownBy(() -> feed.awaitReadUpTo(CLOCK.instant(), LONG))
                    .isInstanceOf(CatalogueFeedException.class)
                    .hasMessageContaining("listener broke");
            assertThatThrownBy(feed::snapshot).isInstanceOf(CatalogueFeedException.class);
            assertThatThrownBy(feed::readUpTo).isInstanceOf(CatalogueFeedException.class);
        }
    }

    @Test
    void throwsToWhoeverAsksAfterItWasClosed() {
        CatalogueFeed feed = start();
        feed.close();

        assertThatThrownBy(feed::snapshot)
                .isInstanceOf(CatalogueFeedException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void refusesAMissingTopicATopicOfTwoPartitionsAndABrokerThatIsNotThere() {
        assertThatThrownBy(() -> CatalogueFeed.start(client, broker.uniqueName("none"), CLOCK, LONG))
                .isInstanceOf(CatalogueFeedException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> CatalogueFeed.start(client, broker.createTopic("two", 2), CLOCK, LONG))
                .isInstanceOf(CatalogueFeedException.class)
                .hasMessageContaining("has 2 partitions");
        assertThatThrownBy(() -> CatalogueFeed.start(
                        Map.of("bootstrap.servers", "127.0.0.1:1"), topic, CLOCK, Duration.ofSeconds(2)))
                .isInstanceOf(CatalogueFeedException.class)
                .hasMessageContaining("No Kafka broker answered");
    }

    private CatalogueFeed start() {
        return CatalogueFeed.start(client, topic, CLOCK, LONG);
    }

    private List<CatalogueEntry> publish(CatalogueEntry... draft) {
        try (CataloguePublisher publisher = CataloguePublisher.open(client, topic, CLOCK)) {
            return publisher.publish(CatalogueDiff.between(List.of(), new Draft(List.of(draft))));
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

    private static byte[] json(CatalogueEntry entry) {
        return CatalogueJson.write(entry);
    }
}
