package id.tepati.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineSettings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The same events through three jobs, one after the other, on one broker: bytes handed on; events read, checked and
 * handed on; and the whole pipeline. Only the ratios mean something on another machine.
 */
public final class ThroughputBench {
    private final Path directory;
    private final Plan plan;
    private final PrintStream out;
    private final PrintStream err;

    /** How much is measured with. */
    public record Plan(int events, int units, int partitions, int threads) {}

    /** A benchmark that keeps its files in an empty directory, says what it finds, and meanwhile how far it has come. */
    public ThroughputBench(Path directory, Plan plan, PrintStream out, PrintStream err) {
        this.directory = directory;
        this.plan = plan;
        this.out = out;
        this.err = err;
    }

    /** Runs the jobs and prints a line for each; takes a minute or so for each 200,000 events. */
    public void run() {
        try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            TopicSetup.ensure(admin, plan.partitions, (short) 1);
            BrokerProcess.createTopic(admin, Baseline.SINK, plan.partitions);
            out.printf(Locale.ROOT, "Writing %,d events of %,d units ...%n", plan.events, plan.units);
            new EventLoad(plan.units, Clock.systemUTC().instant()).write(broker.address(), plan.events);
            measure(broker.address(), admin, plan.events);
        }
    }

    private void measure(String kafka, Admin admin, long events) {
        Stopwatch stopwatch = new Stopwatch(admin, events, ThroughputBench::cpu, err);
        BenchCity city = new BenchCity(plan.units);
        out.printf(
                Locale.ROOT,
                "%-24s %12s %14s %22s%n",
                "job, once warm",
                "records/s",
                "CPU us/record",
                "against decode+check");
        Stopwatch.Lap least = warm(
                stopwatch,
                "decode, check, forward",
                group -> Baseline.decodeAndCheck(settings(kafka, group), group, city));
        print(least, least);
        print(warm(stopwatch, "bytes to bytes", group -> Baseline.passThrough(settings(kafka, group), group)), least);
        try (Pipeline pipeline = Pipeline.start(settings(kafka, "pipeline"), city, admin, Clock.systemUTC())) {
            Stopwatch.Lap whole = stopwatch.follow("whole pipeline", PipelineSettings.APPLICATION_ID);
            pipeline.failure().ifPresent(error -> {
                throw new IllegalStateException("The pipeline failed.", error);
            });
            print(whole, least);
        }
    }

    /** Of this process, in which the jobs run. */
    private static Duration cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** A job without state is through before it is warm: it runs twice, and the second time counts. */
    private static Stopwatch.Lap warm(Stopwatch stopwatch, String name, Function<String, KafkaStreams> job) {
        String group = "bench-" + name.replaceAll("[^a-z]+", "-");
        lap(stopwatch, name + ", warming up", group + "-0", job);
        return lap(stopwatch, name, group + "-1", job);
    }

    private static Stopwatch.Lap lap(
            Stopwatch stopwatch, String name, String group, Function<String, KafkaStreams> job) {
        try (KafkaStreams streams = job.apply(group)) {
            streams.start();
            return stopwatch.follow(name, group);
        }
    }

    private PipelineSettings settings(String kafka, String state) {
        return new PipelineSettings(kafka, directory.resolve(state), "bench", plan.partitions, plan.threads, 1);
    }

    private void print(Stopwatch.Lap lap, Stopwatch.Lap least) {
        out.printf(
                Locale.ROOT,
                "%-24s %,12.0f %14.1f %22.2f%n",
                lap.job(),
                lap.perSecond(),
                lap.cpuMicros(),
                lap.perSecond() / least.perSecond());
    }
}
