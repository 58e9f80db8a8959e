package id.tepati.standalone.bench;

import id.tepati.contract.topic.TopicSetup;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The same events through three jobs, one after the other, on one broker: bytes handed on; events read, checked and
 * handed on; and the whole pipeline. Only the ratios mean something on another machine.
 */
public final class ThroughputBench {
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Path directory;
    private final Plan plan;
    private final PrintStream out;

    /** How much is measured with. */
    public record Plan(int events, int units, int partitions, int threads) {}

    /** A benchmark that keeps its files in an empty directory and says what it finds. */
    public ThroughputBench(Path directory, Plan plan, PrintStream out) {
        this.directory = directory;
        this.plan = plan;
        this.out = out;
    }

    /** Runs the jobs and prints a line for each; takes a minute or so for each 200,000 events. */
    public void run() {
        try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            TopicSetup.ensure(admin, plan.partitions, (short) 1);
            createSink(admin);
            int cases = plan.events / EventLoad.EVENTS_A_CASE;
            out.printf(
                    Locale.ROOT, "Writing %,d events of %,d units ...%n", cases * EventLoad.EVENTS_A_CASE, plan.units);
            new EventLoad(plan.units, Clock.systemUTC().instant()).write(broker.address(), cases);
            print(measure(broker.address(), admin, (long) cases * EventLoad.EVENTS_A_CASE));
        }
    }

    private void createSink(Admin admin) {
        try {
            admin.createTopics(List.of(new NewTopic(Baseline.SINK, plan.partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic of the benchmark could not be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<Stopwatch.Lap> measure(String kafka, Admin admin, long events) {
        Stopwatch stopwatch = new Stopwatch(admin, events);
        BenchCity city = new BenchCity(plan.units);
        List<Stopwatch.Lap> laps = new ArrayList<>();
        laps.add(lap(
                Baseline.passThrough(settings(kafka, "pass"), "bench-pass"),
                stopwatch,
                "bytes to bytes",
                "bench-pass"));
        laps.add(lap(
                Baseline.decodeAndCheck(settings(kafka, "check"), "bench-check", city),
                stopwatch,
                "decode, check, forward",
                "bench-check"));
        try (Pipeline pipeline = Pipeline.start(settings(kafka, "pipeline"), city, admin, Clock.systemUTC())) {
            laps.add(stopwatch.follow("whole pipeline", PipelineSettings.APPLICATION_ID));
            pipeline.failure().ifPresent(error -> {
                throw new IllegalStateException("The pipeline failed.", error);
            });
        }
        return laps;
    }

    private static Stopwatch.Lap lap(KafkaStreams job, Stopwatch stopwatch, String name, String group) {
        try {
            job.start();
            return stopwatch.follow(name, group);
        } finally {
            job.close(CLOSING);
        }
    }

    private PipelineSettings settings(String kafka, String state) {
        return new PipelineSettings(kafka, directory.resolve(state), "bench", plan.partitions, plan.threads, 1);
    }

    private void print(List<Stopwatch.Lap> laps) {
        Stopwatch.Lap least = laps.get(1);
        out.printf("%-24s %12s %14s %22s%n", "job, once warm", "records/s", "CPU us/record", "against decode+check");
        for (Stopwatch.Lap lap : laps) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %,12.0f %14.1f %22.2f%n",
                    lap.job(),
                    lap.perSecond(),
                    lap.cpuMicros(),
                    lap.perSecond() / least.perSecond());
        }
    }
}
