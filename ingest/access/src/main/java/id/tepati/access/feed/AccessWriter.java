package id.tepati.access.feed;

import id.tepati.access.change.Author;
import id.tepati.access.change.ChainHead;
import id.tepati.access.change.Change;
import id.tepati.access.edit.Edit;
import id.tepati.access.record.AccessRecord;
import id.tepati.access.record.AccessView;
import id.tepati.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes who may do what: the record, its line in the change log and where that log now ends, in one transaction. Of all
 * processes one writes at a time: whoever begins shuts out whoever was at it, who begins anew from what there is then. So
 * the log is one chain, and every change in it was made knowing those before. Thread-safe.
 */
public final class AccessWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AccessWriter.class);
    private static final String TRANSACTIONAL_ID = "tepati-access";
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int TRIES = 12;
    private static final int SHORTEST_PAUSE_MS = 50;
    private static final int LONGEST_PAUSE_MS = 5_000;

    private final Map<String, Object> client;
    private final Clock clock;

    /**
     * For a Kafka; asks it nothing yet.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     */
    public AccessWriter(Map<String, Object> client, Clock clock) {
        this.client = Map.copyOf(client);
        this.clock = clock;
    }

    /**
     * Carries out an edit.
     *
     * @return its line in the change log
     * @throws id.tepati.access.edit.EditRefused where the edit does not go with what there is
     * @throws AccessException where Kafka did not take it; nothing was written then, unless the message says otherwise
     */
    public Change write(Author author, Edit edit) {
        return write((now, at) -> {
            Edit.Outcome outcome = edit.apply(now, at);
            return new Step(line(now, at, author, outcome), Optional.of(outcome));
        });
    }

    /**
     * Notes in the log what was done elsewhere, such as a publication of the catalogue; changes no record.
     *
     * @param subject what it was done to
     * @param what more about it, without secrets
     * @throws AccessException where Kafka did not take it
     */
    public Change note(Author author, String action, String subject, SortedMap<String, Object> what) {
        return write((now, at) -> new Step(
                Change.after(now.head().orElse(ChainHead.BEFORE_ALL), at, author, action, subject, what),
                Optional.empty()));
    }

    /** The next line, worked out from what there is when it is written. */
    @FunctionalInterface
    private interface Next {
        Step after(AccessView now, Instant at);
    }

    /** A line, with the record that it changes if there is one. */
    private record Step(Change line, Optional<Edit.Outcome> outcome) {}

    private synchronized Change write(Next next) {
        for (int failed = 0; failed < TRIES; failed++) {
            pause(failed);
            try {
                return writeOnce(next);
            } catch (ProducerFencedException | InvalidProducerEpochException anotherBegan) {
                LOG.atDebug().addKeyValue("tries", failed + 1).log("another writer of access began, begins anew");
            }
        }
        throw new AccessException(
                "Others change access all the time, nothing was written after " + TRIES + " tries: try again.", null);
    }

    /** Longer each time, until it is longer than a change takes: else two could shut each other out for ever. */
    private static void pause(int failed) {
        if (failed == 0) {
            return;
        }
        int most = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS << failed);
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(most));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessException("Interrupted, nothing was written.", interrupted);
        }
    }

    private Change writeOnce(Next next) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(client), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            AccessView now = read();
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Step step = next.after(now, at);
            producer.beginTransaction();
            long last = send(producer, step);
            commit(producer);
            awaitReadable(last);
            return step.line();
        } catch (ProducerFencedException | InvalidProducerEpochException anotherBegan) {
            throw anotherBegan;
        } catch (KafkaException failed) {
            throw cause(failed);
        }
    }

    private AccessView read() {
        AccessLog log = new AccessLog();
        try (TopicReading reading = TopicReading.open(client, Topics.ACCESS, WITHIN)) {
            reading.toEnd(log::take, WITHIN);
        }
        return log.view();
    }

    private static Change line(AccessView now, Instant at, Author author, Edit.Outcome outcome) {
        SortedMap<String, Object> what = new TreeMap<>();
        now.record(outcome.subject()).ifPresent(before -> what.put("before", before.openly()));
        outcome.after().ifPresent(after -> what.put("after", after.openly()));
        ChainHead last = now.head().orElse(ChainHead.BEFORE_ALL);
        return Change.after(
                last, at, author, outcome.action(), outcome.subject().toString(), what);
    }

    private void awaitReadable(long offset) {
        try (TopicReading reading = TopicReading.open(client, Topics.ACCESS, WITHIN)) {
            reading.awaitReadable(offset, WITHIN);
        } catch (AccessException away) {
            LOG.atDebug().setCause(away).log("it is committed, whether it can be read already is not known");
        }
    }

    /** Tells where the last record of access lies. */
    private static long send(KafkaProducer<byte[], byte[]> producer, Step step) {
        Change line = step.line();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        step.outcome()
                .ifPresent(outcome -> sent.add(producer.send(record(
                        Topics.ACCESS,
                        outcome.subject().toString(),
                        outcome.after().map(AccessRecord::toJson).orElse(null)))));
        Future<RecordMetadata> head =
                producer.send(record(Topics.ACCESS, ChainHead.KEY, line.head().toJson()));
        sent.add(head);
        sent.add(producer.send(record(Topics.CHANGES, Integer.toString(line.seq()), line.toJson())));
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            return head.get().offset();
        } catch (ExecutionException failed) {
            throw new KafkaException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessException("Interrupted, nothing was written.", interrupted);
        }
    }

    private static void commit(KafkaProducer<byte[], byte[]> producer) {
        try {
            producer.commitTransaction();
        } catch (TimeoutException unclear) {
            throw new AccessException(
                    "The broker did not confirm the change: look at the list to see whether it holds.", unclear);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** An error that another one began may lie below one of the producer's own. */
    private static RuntimeException cause(KafkaException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return (RuntimeException) cause;
            }
        }
        return new AccessException(
                "Kafka did not take the change, nothing was written (" + failed.getMessage()
                        + "): check that the broker runs and that its address is right.",
                failed);
    }

    private static Map<String, Object> settings(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }
}
