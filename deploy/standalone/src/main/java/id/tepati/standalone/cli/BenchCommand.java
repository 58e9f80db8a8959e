package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.standalone.bench.ThroughputBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the pipeline on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the same events through three jobs on one embedded broker, and prints records",
            "a second, CPU a record and the ratios. Run it on a machine that does nothing else."
        })
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--events", paramLabel = "N", defaultValue = "600000", description = "default: ${DEFAULT-VALUE}")
    int events;

    @Option(names = "--units", paramLabel = "N", defaultValue = "100", description = "default: ${DEFAULT-VALUE}")
    int units;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    int threads;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("tepati-bench-");
        try {
            new ThroughputBench(
                            directory,
                            new ThroughputBench.Plan(events, units, Topics.DEFAULT_PARTITIONS, threads),
                            System.out,
                            System.err)
                    .run();
        } finally {
            try (Stream<Path> inside = Files.walk(directory)) {
                inside.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return 0;
    }
}
