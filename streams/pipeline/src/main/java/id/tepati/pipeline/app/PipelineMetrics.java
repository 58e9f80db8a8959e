package id.tepati.pipeline.app;

import id.tepati.contract.topic.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How a pipeline is doing, in nine series. Streams and its clients know some 4,000 numbers of one process, named anew
 * at each start; what an operator acts on are sums of a few of them.
 */
public final class PipelineMetrics {
    private static final String OF_CLIENT = "stream-metrics";
    private static final String OF_THREAD = "stream-thread-metrics";
    private static final String OF_TASK = "stream-task-metrics";
    private static final String OF_FETCHER = "consumer-fetch-manager-metrics";

    private final MeterRegistry registry;
    private final KafkaStreams streams;

    private PipelineMetrics(MeterRegistry registry, KafkaStreams streams) {
        this.registry = registry;
        this.streams = streams;
    }

    /** Registers the metrics of a pipeline, once; they hold it for as long as the registry lives. */
    public static void bind(MeterRegistry registry, Pipeline pipeline) {
        PipelineMetrics metrics = new PipelineMetrics(registry, pipeline.streams());
        metrics.flag("tepati.pipeline.alive", "0 where only a new start of the process helps", pipeline::isAlive);
        metrics.flag("tepati.pipeline.running", "0 while it starts, takes up work or has stopped", pipeline::isRunning);
        metrics.flag(
                "tepati.pipeline.clock.distrusted",
                "1 where the wall clock jumped, so that no due date fires",
                pipeline::isClockDistrusted);
        metrics.gauge("tepati.pipeline.threads", "Stream threads alive", OF_CLIENT, "alive-stream-threads");
        metrics.gauge(
                "tepati.pipeline.restore.records",
                "Records of state still to be read before work is taken up",
                OF_TASK,
                "restore-remaining-records-total");
        metrics.lag();
        metrics.counter(
                "tepati.pipeline.failed.threads",
                "Stream threads that failed; they are replaced up to a few times",
                OF_CLIENT,
                "failed-stream-threads");
        metrics.counter("tepati.pipeline.records", "Input records processed", OF_THREAD, "process-total");
        metrics.counter(
                "tepati.pipeline.dropped.records",
                "Records that Streams itself dropped, where there should be none",
                OF_TASK,
                "dropped-records-total");
    }

    private void flag(String name, String help, BooleanSupplier flag) {
        gauge(name, help, () -> flag.getAsBoolean() ? 1 : 0);
    }

    private void gauge(String name, String help, String group, String metric) {
        gauge(name, help, () -> sum(group, metric, anyOne -> true));
    }

    private void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).strongReference(true).register(registry);
    }

    private void counter(String name, String help, String group, String metric) {
        FunctionCounter.builder(name, this, self -> self.sum(group, metric, anyOne -> true))
                .description(help)
                .register(registry);
    }

    /** Kafka 4.1 and later tell each lag twice where a topic's name has dots: once with underscores instead. */
    private void lag() {
        gauge(
                "tepati.pipeline.lag.records",
                "Input records published and not fetched yet",
                () -> sum(
                        OF_FETCHER,
                        "records-lag",
                        name -> Topics.inputs().contains(name.tags().getOrDefault("topic", ""))));
    }

    private double sum(String group, String metric, Predicate<MetricName> which) {
        double sum = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : streams.metrics().entrySet()) {
            MetricName name = entry.getKey();
            if (name.name().equals(metric) && name.group().equals(group) && which.test(name)) {
                sum += finite(entry.getValue().metricValue());
            }
        }
        return sum;
    }

    private static double finite(Object value) {
        double number = value instanceof Number known ? known.doubleValue() : 0;
        return Double.isFinite(number) ? number : 0;
    }
}
