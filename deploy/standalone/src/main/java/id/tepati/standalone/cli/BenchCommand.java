package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.standalone.bench.LiveBench;
import id.tepati.standalone.bench.ThroughputBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.Live.class,
        description = {
            "Measures the pipeline beside two simpler jobs.",
            "All three take the same events on one embedded broker; printed are records a second, CPU a record and the"
                    + " ratios. Run it on a machine that does nothing else."
        })
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "600000",
            description = "default: ${DEFAULT-VALUE}")
    int events;

    @Option(
            names = "--units",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "100",
            description = "default: ${DEFAULT-VALUE}")
    int units;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "2",
            description = "default: ${DEFAULT-VALUE}")
    int threads;

    @Override
    public Integer call() throws IOException {
        ThroughputBench.Plan plan = new ThroughputBench.Plan(events, units, Topics.DEFAULT_PARTITIONS, threads);
        inTemporaryDirectory(directory -> new ThroughputBench(directory, plan, System.out, System.err).run());
        return 0;
    }

    private static void inTemporaryDirectory(Consumer<Path> work) throws IOException {
        Path directory = Files.createTempDirectory("tepati-bench-");
        try {
            work.accept(directory);
        } finally {
            try (Stream<Path> inside = Files.walk(directory)) {
                inside.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /** Measures how long an event takes to the figure and to the page. */
    @Command(
            name = "live",
            mixinStandardHelpOptions = true,
            description = {
                "Measures how long an event takes to the figure and the page.",
                "Starts a server and sends it events at a fixed pace while viewers watch the live stream."
            })
    static final class Live implements Callable<Integer> {
        @Option(
                names = "--rate",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "1000",
                description = "default: ${DEFAULT-VALUE}")
        int rate;

        @Option(
                names = "--at-once",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "10",
                description = "events in one request; default: ${DEFAULT-VALUE}")
        int atOnce;

        @Option(names = "--viewers", paramLabel = "N", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
        int viewers;

        @Option(
                names = "--warm-up",
                paramLabel = "SECONDS",
                defaultValue = "300",
                description =
                        "default: ${DEFAULT-VALUE}; the second compiler of Java 17 is busy for four to five minutes")
        int warmUp;

        @Option(
                names = "--seconds",
                paramLabel = "SECONDS",
                converter = FromOne.class,
                defaultValue = "60",
                description = "default: ${DEFAULT-VALUE}")
        int seconds;

        @Override
        public Integer call() throws IOException {
            LiveBench.Plan plan =
                    new LiveBench.Plan(rate, atOnce, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), viewers);
            inTemporaryDirectory(directory -> new LiveBench(plan, Main.class, System.out).run(directory));
            return 0;
        }
    }
}
