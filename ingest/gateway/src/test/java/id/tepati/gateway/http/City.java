package id.tepati.gateway.http;

import id.tepati.access.http.Gate;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import id.tepati.contract.output.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The invented sample city on topics of its own. */
final class City implements AutoCloseable {
    static final int PARTITIONS = 3;

    /** When it was published; known three seconds later. */
    static final Instant PUBLISHED = Instant.parse("2026-01-01T00:00:00Z");

    /** When the events of tests are received: 10:00 in Jakarta on a working day. */
    static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private static final Path SAMPLE = Path.of("../../deploy/examples/sample/catalog");

    final GatewayTopics topics;
    final CatalogueFeed feed;

    private final TestBroker broker;
    private final Map<String, Object> client;
    private final String catalogueTopic;

    private City(TestBroker broker, String catalogueTopic, CatalogueFeed feed) {
        this.broker = broker;
        this.client = client(broker);
        this.topics = topics(broker);
        this.catalogueTopic = catalogueTopic;
        this.feed = feed;
    }

    /** A city with an empty catalogue. */
    static City empty(TestBroker broker) {
        String catalogueTopic = broker.createTopic("catalog", 1, Map.of("cleanup.policy", "compact"));
        CatalogueFeed feed =
                CatalogueFeed.start(client(broker), catalogueTopic, Clock.systemUTC(), Duration.ofSeconds(30));
        return new City(broker, catalogueTopic, feed);
    }

    /** This city, where nothing has been received yet; it knows its catalogue until this one is closed. */
    City untouched() {
        return new City(broker, catalogueTopic, feed);
    }

    private static Map<String, Object> client(TestBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static GatewayTopics topics(TestBroker broker) {
        List<String> names = Stream.of("queue", "applications", "complaints", "dead-letters")
                .map(broker::uniqueName)
                .toList();
        broker.createTopics(names.stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList());
        return new GatewayTopics(names.get(0), names.get(1), names.get(2), names.get(3));
    }

    /** The sample city, published at {@link #PUBLISHED}. */
    static City sample(TestBroker broker) {
        City city = empty(broker);
        CatalogueReading.Accepted reading = (CatalogueReading.Accepted) CatalogueFolder.read(SAMPLE);
        try (CataloguePublisher publisher = city.publisher(Clock.fixed(PUBLISHED, ZoneOffset.UTC))) {
            publisher.publish(CatalogueDiff.between(List.of(), reading.draft()));
        }
        if (!city.feed.awaitReadUpTo(Clock.systemUTC().instant(), Duration.ofSeconds(30))) {
            throw new IllegalStateException("the sample city was not read");
        }
        return city;
    }

    CataloguePublisher publisher(Clock clock) {
        return CataloguePublisher.open(client, catalogueTopic, clock);
    }

    /** A door that receives everything at {@link #NOW}. */
    Door door() {
        return door(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Door door(Clock clock) {
        return door(clock, Gate.open(clock));
    }

    Door door(Clock clock, Gate gate) {
        var settings = new GatewaySettings(topics, PARTITIONS, GatewayLimits.STANDARD);
        return new Door(GatewayProducer.open(client), client, feed, () -> publisher(clock), clock, gate, settings);
    }

    /** One record as it lies in Kafka. */
    record Stored(int partition, String key, String value) {}

    /** Writes a record past the gateway, and tells its offset. */
    long write(ProducerRecord<byte[], byte[]> record) {
        try (Producer<byte[], byte[]> producer = GatewayProducer.open(client)) {
            return producer.send(record).get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dead letters that are left, by their ids. */
    SortedMap<String, DeadLetter> letters() {
        SortedMap<String, DeadLetter> left = new TreeMap<>();
        for (Stored stored : stored(topics.deadLetters())) {
            if (stored.value().isEmpty()) {
                left.remove(stored.key());
            } else {
                left.put(stored.key(), DeadLetter.fromJson(stored.value().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return left;
    }

    /** The last headers of that name in a topic, empty where a record has none. */
    List<String> headers(String topic, String name) {
        return records(topic).stream()
                .map(record -> record.headers().lastHeader(name))
                .map(header -> header == null ? "" : text(header.value()))
                .toList();
    }

    /** Everything in a topic, by partition and offset. */
    List<Stored> stored(String topic) {
        return records(topic).stream()
                .map(record -> new Stored(record.partition(), text(record.key()), text(record.value())))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        List<ConsumerRecord<byte[], byte[]>> stored = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(stored::add);
            }
        }
        return stored;
    }

    /** A tombstone is empty. */
    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        feed.close();
    }
}
