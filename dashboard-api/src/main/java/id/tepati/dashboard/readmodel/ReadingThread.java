package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.ChangeSet;
import id.tepati.dashboard.store.DatabaseException;
import id.tepati.dashboard.store.ModelStore;
import id.tepati.dashboard.store.ModelWriter;
import id.tepati.dashboard.store.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the output topics into the model, and tells it of the catalogue, turn by turn. Where another process writes the
 * model it waits until that one is gone.
 */
final class ReadingThread {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final LogEnds ends;
    private final Supplier<CatalogueSnapshot> catalogue;
    private final ModelStore store;
    private final Clock clock;
    private final Instant startedAt;
    private final Set<String> topicsWithUnreadable = new HashSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "read-model");

    private ProgressFence<TopicPartition> marks;
    private Map<TopicPartition, Long> endsAtStart;
    private Map<String, String> topicIds = Map.of();
    private long catalogueRevision = -1;
    private volatile ModelAccess.State state = new ModelAccess.State.Loading();
    private volatile ModelAccess.Reading reading = new ModelAccess.Reading(0, 0, 0, 0);

    private ReadingThread(
            KafkaConsumer<byte[], byte[]> consumer,
            LogEnds ends,
            Supplier<CatalogueSnapshot> catalogue,
            ModelStore store,
            Clock clock,
            Map<TopicPartition, Long> endsAtStart) {
        this.consumer = consumer;
        this.ends = ends;
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.endsAtStart = endsAtStart;
        this.marks = unheard();
    }

    private ProgressFence<TopicPartition> unheard() {
        return new ProgressFence<>(Math.toIntExact(endsAtStart.keySet().stream()
                .filter(partition -> partition.topic().equals(Topics.PROGRESS))
                .count()));
    }

    static ReadingThread connect(
            Map<String, Object> client, Supplier<CatalogueSnapshot> catalogue, ModelStore store, Clock clock) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> endsAtStart = consumer.endOffsets(partitions);
            return new ReadingThread(consumer, new LogEnds(client), catalogue, store, clock, endsAtStart);
        } catch (KafkaException failed) {
            consumer.close();
            throw new IllegalStateException(
                    "The output topics cannot be read (" + failed.getMessage()
                            + "): check that the broker runs and that bootstrap.servers names it.",
                    failed);
        } catch (IllegalStateException failed) {
            consumer.close();
            throw failed;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : OutputReader.TOPICS) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new IllegalStateException(
                        "The topic " + topic + " does not exist: let Tepati create its topics before this starts.");
            }
            found.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return partitions;
    }

    private static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return settings;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(Duration timeout) {
        stopping.countDown();
        consumer.wakeup();
        try {
            thread.join(timeout.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stopping.getCount() == 0;
    }

    ModelAccess.State state() {
        return state;
    }

    ModelAccess.Reading reading() {
        return reading;
    }

    private void run() {
        try (consumer;
                ends) {
            while (!isStopped()) {
                tryToRead();
            }
            state = new ModelAccess.State.Failed("The read model was closed.");
        } catch (Exception | Error failed) {
            LOG.atError().setCause(failed).log("read model ended, restart the process");
            state = new ModelAccess.State.Failed("The read model ended: " + failed.getMessage());
        }
    }

    /** Reads for as long as the database does what it is asked, or waits a little for that. */
    private void tryToRead() throws InterruptedException {
        try {
            takeCatalogue();
            Optional<ModelWriter> alone = store.writer();
            if (alone.isPresent()) {
                try (ModelWriter writer = alone.get()) {
                    read(writer);
                }
            } else {
                watch();
            }
        } catch (DatabaseException failed) {
            if (!(state instanceof ModelAccess.State.WithoutDatabase)) {
                LOG.atWarn().setCause(failed).log("the read model waits for its database");
            }
            state = new ModelAccess.State.WithoutDatabase(String.valueOf(failed.getMessage()));
            wait(BETWEEN_TRIES);
        }
    }

    private void wait(Duration time) throws InterruptedException {
        if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.trace("asked to stop");
        }
    }

    /** Another process writes; what it has written can be asked here all the same. */
    private void watch() throws InterruptedException {
        state = store.isFilled() ? new ModelAccess.State.Ready() : new ModelAccess.State.Loading();
        wait(BETWEEN_TRIES);
    }

    private void read(ModelWriter writer) {
        boolean begun = false;
        while (!isStopped()) {
            try {
                begun = begun || begin(writer);
                turn(writer);
            } catch (WakeupException stopsNow) {
                LOG.trace("woken up");
            } catch (RetriableException noAnswer) {
                LOG.atWarn().addKeyValue("reason", noAnswer.toString()).log("broker does not answer the read model");
            }
        }
    }

    private boolean begin(ModelWriter writer) {
        topicIds = ends.idsOf(OutputReader.TOPICS);
        endsAtStart = consumer.endOffsets(consumer.assignment());
        Resumption resumption = Resumption.of(writer, endsAtStart, topicIds, clock.instant());
        resumption.reason().ifPresent(reason -> {
            LOG.atWarn().addKeyValue("reason", reason).log("the read model is emptied and filled again");
            writer.empty();
        });
        if (!writer.isFilled() || state instanceof ModelAccess.State.WithoutDatabase) {
            state = new ModelAccess.State.Loading();
        }
        marks = unheard();
        consumer.seekToBeginning(consumer.assignment());
        resumption.from().forEach(consumer::seek);
        return true;
    }

    /** What was polled is written before the broker is asked for anything more, which it may not answer. */
    private void turn(ModelWriter writer) {
        takeCatalogue();
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        ChangeSet changes = new ChangeSet();
        take(polled, changes, writer);
        Instant now = clock.instant();
        if (!polled.isEmpty() || writer.isBehind(now)) {
            writer.commit(changes, positions(polled), now);
        }
        if (followMarks(writer)) {
            writer.commit(new ChangeSet(), List.of(), now);
        }
        report(writer);
    }

    private void takeCatalogue() {
        CatalogueSnapshot snapshot = catalogue.get();
        if (snapshot.revision() != catalogueRevision) {
            store.catalogue(CatalogueView.of(snapshot));
            catalogueRevision = snapshot.revision();
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled, ChangeSet changes, ModelWriter writer) {
        long odd = 0;
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            try {
                OutputReader.read(record.topic(), record.key(), record.value()).apply(changes, marks);
            } catch (RuntimeException unreadable) {
                odd++;
                passOver(record, unreadable);
            }
        }
        writer.count(polled.count(), odd);
    }

    /** A record that cannot be read leaves the model as it is: one odd record must not blind the whole city. */
    private void passOver(ConsumerRecord<byte[], byte[]> record, RuntimeException unreadable) {
        if (topicsWithUnreadable.add(record.topic())) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("kind", unreadable.getClass().getSimpleName())
                    .log("unreadable output record passed over; further ones of this topic are only counted");
        }
    }

    private List<Position> positions(ConsumerRecords<byte[], byte[]> polled) {
        return polled.nextOffsets().entrySet().stream()
                .map(next -> new Position(
                        next.getKey().topic(),
                        next.getKey().partition(),
                        topicIds.getOrDefault(next.getKey().topic(), ""),
                        next.getValue().offset()))
                .toList();
    }

    private boolean followMarks(ModelWriter writer) {
        if (marks.wantsEnds()) {
            marks.fence(ends.of(consumer.assignment()));
        }
        boolean settled = marks.settle(this::isReached);
        if (settled) {
            marks.asOf().ifPresent(writer::asOf);
        }
        return settled;
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void report(ModelWriter writer) {
        boolean loading = state instanceof ModelAccess.State.Loading;
        double loadSeconds =
                loading ? Duration.between(startedAt, clock.instant()).toMillis() / 1000.0 : reading.loadSeconds();
        long behind = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        reading = new ModelAccess.Reading(writer.records(), writer.unreadable(), behind, loadSeconds);
        if (loading && endsAtStart.entrySet().stream().allMatch(this::isReached)) {
            writer.fill();
            state = new ModelAccess.State.Ready();
        }
    }
}
