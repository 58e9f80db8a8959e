package id.tepati.pipeline.app;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.admit.AdmitProcessor;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.judge.JudgeProcessor;
import id.tepati.pipeline.node.BeforeCommit;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.source.SourceProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From events to cases and tallies, without a repartition: everything of a unit lives in one task. Only what a producer
 * put elsewhere takes the way round.
 *
 * <pre>
 * queue, applications, complaints -> admit -> judge -> cases, tallies, restatements, progress
 *               +-> hand-off <--+|       |
 *               |                +-------+----> account -> sources
 *               +--> admit       +-------+----> dead letters
 * </pre>
 */
public final class PipelineTopology {
    private static final StreamPartitioner<byte[], byte[]> BY_UNIT =
            (topic, key, value, partitions) -> Optional.of(Set.of(Partitioning.of(OutputKey.unitOf(key), partitions)));

    private static final StreamPartitioner<byte[], byte[]> BY_NUMBER = (topic, key, value, partitions) ->
            Optional.of(Set.of(OutputKey.OfPartition.parse(new String(key, StandardCharsets.UTF_8))
                    .number()));

    private PipelineTopology() {}

    /**
     * Describes the topology.
     *
     * @param partitions how many the input topics have
     */
    public static Topology describe(PublishedCatalogue catalogue, AsOf mark, int partitions) {
        ProcessorSupplier<byte[], byte[], Object, Object> admit = () -> new AdmitProcessor(catalogue, mark, partitions);
        Topology topology = new Topology();
        topology.addSource(NodeNames.EVENTS, Topics.judged().toArray(String[]::new));
        topology.addProcessor(NodeNames.ADMIT, admit, NodeNames.EVENTS);
        topology.addProcessor(
                NodeNames.JUDGE, () -> new JudgeProcessor(catalogue, mark, Topics.judged()), NodeNames.ADMIT);
        topology.addProcessor(NodeNames.ACCOUNT, SourceProcessor::new, NodeNames.ADMIT, NodeNames.JUDGE);
        topology.addStateStore(state(), NodeNames.JUDGE, NodeNames.ACCOUNT);
        topology.addStateStore(new BeforeCommit.Builder(), NodeNames.JUDGE, NodeNames.ACCOUNT);
        addSink(topology, NodeNames.HAND_OFF_OUT, Topics.HAND_OFF, BY_UNIT, NodeNames.ADMIT);
        addSink(topology, NodeNames.CASES_OUT, Topics.CASES, BY_UNIT, NodeNames.JUDGE);
        addSink(topology, NodeNames.TALLIES_OUT, Topics.TALLIES, BY_UNIT, NodeNames.JUDGE);
        addSink(topology, NodeNames.RESTATEMENTS_OUT, Topics.RESTATEMENTS, BY_UNIT, NodeNames.JUDGE);
        addSink(topology, NodeNames.PROGRESS_OUT, Topics.PROGRESS, BY_NUMBER, NodeNames.JUDGE);
        addSink(topology, NodeNames.SOURCES_OUT, Topics.SOURCES, BY_UNIT, NodeNames.ACCOUNT);
        topology.addSink(
                NodeNames.DEAD_LETTERS_OUT,
                Topics.DEAD_LETTERS,
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                NodeNames.ADMIT,
                NodeNames.JUDGE);
        return topology;
    }

    private static void addSink(
            Topology topology, String name, String topic, StreamPartitioner<byte[], byte[]> by, String parent) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), by, parent);
    }

    /** Without the record cache of Kafka Streams: what changes often is held by its node until the commit. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> state() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NodeNames.STATE), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
