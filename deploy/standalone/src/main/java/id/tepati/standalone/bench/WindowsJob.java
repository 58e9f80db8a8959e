package id.tepati.standalone.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.PipelineSettings;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The day by Kafka Streams' own hopping windows: the start and the end of a promise are joined in a store, and each that
 * has ended is counted in every window of a day that it falls into, by unit. Windows begin at whole multiples of their
 * advance since 1970 in UTC, so that one of an hour is the least with a window for the local day of every zone of
 * Indonesia. No window hears of a due that passes without an event. Nothing is repartitioned, since events come by unit,
 * and both guarantee and commit interval are Tepati's; the rest is as Kafka Streams has it.
 */
final class WindowsJob {
    /** Where the counts go: by unit and start of the window. */
    static final String OUT = "tepati.bench.windows.v1";

    static final String APPLICATION = "bench-windows";

    private static final Duration DAY = Duration.ofDays(1);
    private static final String CASES = "cases";
    private static final char BAR = '|';
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, DayFigures.Counts>> COUNTS = new TypeReference<>() {};

    private WindowsJob() {}

    /** Runs until it is ended; arguments are Kafka, the directory of the state, threads, the advance in minutes. */
    public static void main(String[] arguments) {
        JobProcess.failFast();
        KafkaStreams streams = new KafkaStreams(
                topology(Duration.ofMinutes(Integer.parseInt(arguments[3]))),
                settings(arguments[0], arguments[1], Integer.parseInt(arguments[2])));
        streams.setUncaughtExceptionHandler(error -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        JobProcess.serve(
                () -> !streams.state().isShuttingDown() && !streams.state().hasCompletedShutdown(), streams::close);
    }

    /** Starts one. */
    static Peer start(PeersBench.Plan plan, LocalDate day, ZoneOffset zone, String kafka, Path directory, Path broker) {
        ChildJvm process = JobProcess.start(
                WindowsJob.class,
                kafka,
                directory.toString(),
                Integer.toString(plan.threads()),
                Long.toString(plan.advance().toMinutes()));
        FigureTopics topics = new FigureTopics(
                kafka, List.of(OUT), (record, counts) -> read(record.key(), record.value(), counts, day, zone));
        return new StreamsPeer(APPLICATION, process, topics, () -> {}, directory, broker);
    }

    /** Takes the window that is the local day. */
    static void read(byte[] key, byte[] json, Map<String, DayFigures.Counts> counts, LocalDate day, ZoneOffset zone) {
        String window = new String(key, StandardCharsets.UTF_8);
        int bar = window.indexOf(BAR);
        if (window.substring(bar + 1).equals(day.atStartOfDay().toInstant(zone).toString())) {
            String unit = window.substring(0, bar);
            decode(json).forEach((promise, count) -> counts.put(unit + BAR + promise + BAR + day, count));
        }
    }

    private static Properties settings(String kafka, String directory, int threads) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, PipelineSettings.COMMIT_INTERVAL.toMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return settings;
    }

    /** Describes the job. */
    static Topology topology(Duration advance) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CASES), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
        builder.stream(
                        Topics.inputs(),
                        Consumed.with(
                                        Serdes.String(),
                                        serde((topic, event) -> new byte[0], (topic, json) -> PeerEvent.read(json)))
                                .withTimestampExtractor((record, before) ->
                                        ((PeerEvent) record.value()).time().toEpochMilli()))
                .processValues(Join::new, CASES)
                .groupByKey(Grouped.keySerde(Serdes.String()))
                .windowedBy(TimeWindows.ofSizeAndGrace(DAY, DAY).advanceBy(advance))
                .aggregate(
                        TreeMap::new,
                        (unit, kept, counts) -> plus(counts, kept),
                        Materialized.<String, Map<String, DayFigures.Counts>, WindowStore<Bytes, byte[]>>as("windows")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(counts()))
                .toStream(
                        (window, counts) -> window.key() + BAR + window.window().startTime())
                .to(OUT, Produced.with(Serdes.String(), counts()));
        return builder.build();
    }

    private static Map<String, DayFigures.Counts> plus(Map<String, DayFigures.Counts> counts, Ended ended) {
        counts.merge(
                ended.promise,
                ended.onTime ? new DayFigures.Counts(1, 0, 0) : new DayFigures.Counts(0, 1, 0),
                DayFigures.Counts::plus);
        return counts;
    }

    private static Serde<Map<String, DayFigures.Counts>> counts() {
        return serde((topic, counts) -> encode(counts), (topic, json) -> decode(json));
    }

    private static <T> Serde<T> serde(Serializer<T> write, Deserializer<T> read) {
        return Serdes.serdeFrom(write, read);
    }

    private static byte[] encode(Map<String, DayFigures.Counts> counts) {
        try {
            return JSON.writeValueAsBytes(counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, DayFigures.Counts> decode(byte[] json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A promise that has come to its end.
     *
     * @param promise service and promise
     */
    private record Ended(String promise, boolean onTime) {}

    /** Joins the start of a promise with its end, in whatever order they come; what comes twice counts once. */
    private static final class Join implements FixedKeyProcessor<String, PeerEvent, Ended> {
        private FixedKeyProcessorContext<String, Ended> context;
        private KeyValueStore<String, Long> times;

        @SuppressWarnings("NullAway.Init")
        private Join() {}

        @Override
        public void init(FixedKeyProcessorContext<String, Ended> taskContext) {
            context = taskContext;
            times = taskContext.getStateStore(CASES);
        }

        @Override
        public void process(FixedKeyRecord<String, PeerEvent> record) {
            PeerEvent event = record.value();
            if (times.putIfAbsent(key(event, event.type()), record.timestamp()) != null) {
                return;
            }
            for (PlainPromise promise : PlainPromise.ALL) {
                if (event.type() == promise.from() || event.type() == promise.to()) {
                    join(record, promise);
                }
            }
        }

        private void join(FixedKeyRecord<String, PeerEvent> record, PlainPromise promise) {
            Long from = times.get(key(record.value(), promise.from()));
            Long to = times.get(key(record.value(), promise.to()));
            if (from != null && to != null) {
                String slot = record.value().service() + BAR + promise.name();
                Ended ended = new Ended(slot, to - from <= promise.within().toMillis());
                context.forward(record.withValue(ended).withTimestamp(to));
            }
        }

        private static String key(PeerEvent event, EventType type) {
            return event.unit() + BAR + event.caseId() + BAR + type.shortName();
        }
    }
}
