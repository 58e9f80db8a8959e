package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.standalone.bench.LiveBench;
import id.tepati.standalone.bench.ModelBench;
import id.tepati.standalone.bench.PeersBench;
import id.tepati.standalone.bench.ThroughputBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Live.class, BenchCommand.OfModel.class, BenchCommand.BesidePeers.class},
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

    /** Measures the read model of a dashboard. */
    @Command(
            name = "model",
            mixinStandardHelpOptions = true,
            description = {
                "Measures how fast a dashboard reads, starts and answers.",
                "Fills topics with what the pipeline would write of many cases, starts dashboards on them, asks them, and sends cases with"
                        + " one due to a whole server. A database that is named is emptied."
            })
    static final class OfModel implements Callable<Integer> {
        @Option(
                names = "--cases",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "1000000",
                description = "open cases in the read model; default: ${DEFAULT-VALUE}")
        int cases;

        @Option(
                names = "--units",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "100",
                description = "of the city, with ten services each; default: ${DEFAULT-VALUE}")
        int units;

        @Option(
                names = "--province-units",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "5000",
                description = "of a second model, which holds figures only; default: ${DEFAULT-VALUE}")
        int provinceUnits;

        @Option(
                names = "--dues",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "50000",
                description = "open cases with one due; default: ${DEFAULT-VALUE}")
        int dues;

        @Option(
                names = "--requests",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "300",
                description = "how often each question is asked; default: ${DEFAULT-VALUE}")
        int requests;

        @Option(names = "--whole", description = "send the cases to a whole server too, and start that again (slow)")
        boolean whole;

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Override
        public Integer call() throws IOException {
            ModelBench.Plan plan =
                    new ModelBench.Plan(cases, units, provinceUnits, dues, requests, whole, database.arguments());
            inTemporaryDirectory(directory -> new ModelBench(plan, Main.class, System.out).run(directory));
            return 0;
        }
    }

    /** Measures Tepati beside what else could compute its figures. */
    @Command(
            name = "peers",
            mixinStandardHelpOptions = true,
            description = {
                "Measures Tepati beside PostgreSQL and Kafka Streams' windows.",
                "Each computes the figures of the same day of tickets, files and complaints, and all have to agree: printed are"
                        + " events a second, CPU an event, how soon an event is in its figure, and room on disk. PostgreSQL is"
                        + " started for it where none is named; of one that is named only the schema tepati_bench is replaced."
            })
    static final class BesidePeers implements Callable<Integer> {
        private static final int MINUTES_AN_HOUR = 60;

        @Option(
                names = "--events",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "300000",
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
                description = "of each; default: ${DEFAULT-VALUE}")
        int threads;

        @Option(
                names = "--rate",
                paramLabel = "N",
                converter = FromOne.class,
                defaultValue = "500",
                description = "events a second while freshness is measured; default: ${DEFAULT-VALUE}")
        int rate;

        @Option(
                names = "--seconds",
                paramLabel = "SECONDS",
                converter = FromOne.class,
                defaultValue = "20",
                description = "for how long that is; default: ${DEFAULT-VALUE}")
        int seconds;

        @Option(
                names = "--advance",
                paramLabel = "MINUTES",
                converter = FromOne.class,
                defaultValue = "60",
                description =
                        "from one window of a day to the next, a part of an hour: 60 gives each time zone its days, 5 what five-minute figures tell; default: ${DEFAULT-VALUE}")
        int advance;

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init")
        BesidePeers() {}

        @Override
        public Integer call() throws IOException {
            if (MINUTES_AN_HOUR % advance != 0) {
                throw new ParameterException(
                        spec.commandLine(), "--advance: " + advance + " is no part of an hour; try 60, 15 or 5.");
            }
            PeersBench.Plan plan = new PeersBench.Plan(
                    events,
                    units,
                    Topics.DEFAULT_PARTITIONS,
                    threads,
                    rate,
                    Duration.ofSeconds(seconds),
                    Duration.ofMinutes(advance),
                    database.address());
            AtomicBoolean agreed = new AtomicBoolean();
            inTemporaryDirectory(directory -> agreed.set(new PeersBench(plan, System.out, System.err).run(directory)));
            return agreed.get() ? Exit.OK : Exit.INTERNAL;
        }
    }
}
