package id.tepati.contract.catalogue.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the catalogue topic for a {@link CatalogueFeed}. A mark is a wall-clock instant and the end of the topic asked
 * for after it: once the position has passed that end, everything of that instant has been read.
 */
final class FeedThread {
    private static final Logger LOG = LoggerFactory.getLogger(FeedThread.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final CatalogueTopic topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Clock clock;
    private final EntryLog log = new EntryLog();

    private @Nullable Thread thread;
    private volatile boolean stopped;
    private @Nullable Mark mark;
    private long lastAsked = System.nanoTime() - ASK_EVERY.toNanos();
    private boolean brokerAnswered = true;

    private record Mark(Instant instant, long end) {}

    private FeedThread(CatalogueTopic topic, KafkaConsumer<byte[], byte[]> consumer, Clock clock) {
        this.topic = topic;
        this.consumer = consumer;
        this.clock = clock;
    }

    static FeedThread connect(Map<String, Object> client, String topicName, Clock clock, Duration timeout) {
        CatalogueTopic topic = CatalogueTopic.connect(client, topicName);
        try {
            topic.check(timeout);
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    consumerSettings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(List.of(topic.partition()));
            consumer.seekToBeginning(List.of(topic.partition()));
            return new FeedThread(topic, consumer, clock);
        } catch (KafkaException failed) {
            topic.close();
            throw new CatalogueFeedException("The catalogue cannot be read: " + failed.getMessage(), failed);
        } catch (CatalogueFeedException failed) {
            topic.close();
            throw failed;
        }
    }

    void start(CatalogueFeed feed) {
        Thread started = new Thread(() -> run(feed), "catalog-feed");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Makes the thread look at once whether somebody waits. */
    void wakeUp() {
        consumer.wakeup();
    }

    /** Asks the thread to end and waits for it, unless it is the one that asks. */
    void stop(Duration timeout) {
        stopped = true;
        consumer.wakeup();
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(timeout.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(CatalogueFeed feed) {
        try (topic;
                consumer) {
            while (!stopped) {
                turn(feed);
            }
        } catch (Exception | Error failed) {
            LOG.atError().setCause(failed).log("catalogue feed ended, restart the process");
            feed.fail(new CatalogueFeedException("The catalogue feed ended: " + failed.getMessage(), failed));
        }
    }

    private void turn(CatalogueFeed feed) {
        try {
            Instant wanted = feed.wanted();
            if (mark == null && isTimeToAsk(wanted)) {
                mark = ask();
            }
            take(consumer.poll(pollTime(wanted)), feed);
            Mark waiting = mark;
            if (waiting != null && consumer.position(topic.partition()) >= waiting.end()) {
                mark = null;
                feed.reached(waiting.instant());
            }
        } catch (WakeupException somebodyWaits) {
            LOG.trace("woken up");
        } catch (RetriableException noAnswer) {
            brokerSilent(noAnswer);
        }
    }

    private boolean isTimeToAsk(Instant wanted) {
        boolean awaited = wanted.isAfter(Instant.MIN) && !clock.instant().isBefore(wanted);
        return (awaited && brokerAnswered) || System.nanoTime() - lastAsked >= ASK_EVERY.toNanos();
    }

    /** Short while a mark or a waiting caller is open, since each poll returns as soon as there is data. */
    private Duration pollTime(Instant wanted) {
        return mark != null || wanted.isAfter(Instant.MIN) ? Duration.ofMillis(10) : POLL;
    }

    private @Nullable Mark ask() {
        lastAsked = System.nanoTime();
        Instant now = clock.instant();
        try {
            Mark asked = new Mark(now, topic.end(ANSWER_WITHIN));
            brokerAnswered = true;
            return asked;
        } catch (TimeoutException late) {
            brokerSilent(late);
            return null;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException) {
                brokerSilent(failed);
                return null;
            }
            throw new CatalogueFeedException("The end of the catalogue topic cannot be had.", failed);
        }
    }

    /** A broker that is away does not end the feed: readUpTo stands still and tells it. */
    private void brokerSilent(Exception cause) {
        if (brokerAnswered) {
            LOG.atWarn().addKeyValue("reason", cause.toString()).log("broker does not answer the catalogue feed");
        }
        brokerAnswered = false;
    }

    private void take(ConsumerRecords<byte[], byte[]> records, CatalogueFeed feed) {
        boolean changed = false;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            changed |= log.take(record);
        }
        if (changed) {
            feed.read(log.snapshot());
        }
    }

    private static Map<String, Object> consumerSettings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        return settings;
    }
}
