package id.tepati.standalone.bench;

import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.Register;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.PipelineSettings;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Jobs without state over the same topics, with the settings of the pipeline. */
final class Baseline {
    /** Where both write to. */
    static final String SINK = "tepati.bench.v1";

    private Baseline() {}

    /** Bytes in, the same bytes out. */
    static KafkaStreams passThrough(PipelineSettings settings, String application) {
        return new KafkaStreams(forwarding(record -> true), settings(settings, application));
    }

    /** Every event is read and checked as the pipeline does, and handed on as it came. */
    static KafkaStreams decodeAndCheck(PipelineSettings settings, String application, PublishedCatalogue catalogue) {
        EventReader reader = new EventReader();
        Register register = new CatalogueRegister(catalogue.newest().catalogue());
        return new KafkaStreams(
                forwarding(record -> reader.readRecord(
                                record.headers(), record.value(), register, Instant.ofEpochMilli(record.timestamp()))
                        instanceof Checked.Accepted),
                settings(settings, application));
    }

    private static Properties settings(PipelineSettings settings, String application) {
        Properties properties = settings.streams();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        return properties;
    }

    private static Topology forwarding(Predicate<Record<byte[], byte[]>> check) {
        Topology topology = new Topology();
        topology.addSource("events", Topics.inputs().toArray(String[]::new));
        topology.addProcessor("forward", () -> new Forward(check), "events");
        topology.addSink("out", SINK, new ByteArraySerializer(), new ByteArraySerializer(), "forward");
        return topology;
    }

    private static final class Forward implements Processor<byte[], byte[], byte[], byte[]> {
        private final Predicate<Record<byte[], byte[]>> check;
        private ProcessorContext<byte[], byte[]> context;

        @SuppressWarnings("NullAway.Init")
        private Forward(Predicate<Record<byte[], byte[]>> check) {
            this.check = check;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> taskContext) {
            context = taskContext;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (check.test(record)) {
                context.forward(record);
            }
        }
    }
}
