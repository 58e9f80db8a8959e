package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Reads the output topics and the catalogue into the model, turn by turn. */
final class ReadingThread {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final LogEnds ends;
    private final Supplier<CatalogueSnapshot> catalogue;
    private final GuardedModel model;
    private final Clock clock;
    private final Instant startedAt;
    private final ProgressFence<TopicPartition> marks;
    private final Map<TopicPartition, Long> endsAtStart;
    private final OutputReader reader = new OutputReader();
    private final Set<String> topicsWithUnreadable = new HashSet<>();
    private final Thread thread = new Thread(this::run, "read-model");

    private long catalogueRevision = -1;
    private long records;
    private long unreadable;
    private volatile boolean stopped;
    private volatile ModelAccess.State state = new ModelAccess.State.Loading();
    private volatile ModelAccess.Reading reading = new ModelAccess.Reading(0, 0, 0, 0);

    private ReadingThread(
            KafkaConsumer<byte[], byte[]> consumer,
            LogEnds ends,
            Supplier<CatalogueSnapshot> catalogue,
            GuardedModel model,
            Clock clock,
            Map<TopicPartition, Long> endsAtStart) {
        this.consumer = consumer;
        this.ends = ends;
        this.catalogue = catalogue;
        this.model = model;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.marks = new ProgressFence<>(Math.toIntExact(endsAtStart.keySet().stream()
                .filter(partition -> partition.topic().equals(Topics.PROGRESS))
                .count()));
        this.endsAtStart = endsAtStart;
    }

    static ReadingThread connect(
            Map<String, Object> client, Supplier<CatalogueSnapshot> catalogue, GuardedModel model, Clock clock) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> endsAtStart = consumer.endOffsets(partitions);
            return new ReadingThread(consumer, new LogEnds(client), catalogue, model, clock, endsAtStart);
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
        stopped = true;
        consumer.wakeup();
        try {
            thread.join(timeout.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
            while (!stopped) {
                turn();
            }
            state = new ModelAccess.State.Failed("The read model was closed.");
        } catch (Exception | Error failed) {
            LOG.atError().setCause(failed).log("read model ended, restart the process");
            state = new ModelAccess.State.Failed("The read model ended: " + failed.getMessage());
        }
    }

    private void turn() {
        try {
            takeCatalogue();
            take(consumer.poll(POLL));
            followMarks();
            report();
        } catch (WakeupException stopping) {
            LOG.trace("woken up");
        } catch (RetriableException noAnswer) {
            LOG.atWarn().addKeyValue("reason", noAnswer.toString()).log("broker does not answer the read model");
        }
    }

    private void takeCatalogue() {
        CatalogueSnapshot snapshot = catalogue.get();
        if (snapshot.revision() != catalogueRevision) {
            CatalogueView view = CatalogueView.of(snapshot);
            model.change(changed -> changed.catalogue(view));
            catalogueRevision = snapshot.revision();
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty()) {
            return;
        }
        List<OutputReader.Change> changes = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            changes.add(read(record));
        }
        records += changes.size();
        model.change(changed -> changes.forEach(change -> change.apply(changed, marks)));
    }

    /** A record that cannot be read leaves the model as it is: one odd record must not blind the whole city. */
    private OutputReader.Change read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record.topic(), record.key(), record.value());
        } catch (RuntimeException odd) {
            unreadable++;
            if (topicsWithUnreadable.add(record.topic())) {
                LOG.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("partition", record.partition())
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("kind", odd.getClass().getSimpleName())
                        .log("unreadable output record passed over; further ones of this topic are only counted");
            }
            return OutputReader.Change.NOTHING;
        }
    }

    private void followMarks() {
        if (marks.wantsEnds()) {
            marks.fence(ends.of(consumer.assignment()));
        }
        if (marks.settle(this::isReached)) {
            marks.asOf().ifPresent(asOf -> model.change(changed -> changed.asOf(asOf)));
        }
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void report() {
        boolean loading = state instanceof ModelAccess.State.Loading;
        double loadSeconds =
                loading ? Duration.between(startedAt, clock.instant()).toMillis() / 1000.0 : reading.loadSeconds();
        long behind = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        reading = new ModelAccess.Reading(records, unreadable, behind, loadSeconds);
        if (loading && endsAtStart.entrySet().stream().allMatch(this::isReached)) {
            state = new ModelAccess.State.Ready();
        }
    }
}
