package id.tepati.standalone.cli;

import id.tepati.standalone.app.LogLevel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the pipeline alone, or one of several processes that share its work. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {"Judges the events, with Kafka running elsewhere.", "Several such processes share the work."})
final class PipelineCommand implements Callable<Integer> {
    @Mixin
    private RoleOptions options = new RoleOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7071",
            description = "port of /livez, /readyz and /metrics, 0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-pipeline",
            description = "directory of the state; each process has its own (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-pipeline");

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "2",
            description = "threads that judge (default: ${DEFAULT-VALUE})")
    private int threads = 2;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = {
                "name of this process among those that share the work; no two may have the same",
                "(default: made up at the first start and kept in the data directory)"
            })
    private @Nullable String instance;

    @Option(names = "--log-level", paramLabel = "LEVEL", defaultValue = "info", description = ServerOptions.LOG_LEVEL)
    private LogLevel logLevel = LogLevel.INFO;

    @Override
    public Integer call() {
        return RunningServer.run(options.pipeline(port, data, threads, instance, logLevel));
    }
}
