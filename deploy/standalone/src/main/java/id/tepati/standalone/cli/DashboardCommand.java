package id.tepati.standalone.cli;

import id.tepati.standalone.app.LogLevel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the dashboard alone. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        description = "Serves the page and the API, with Kafka running elsewhere.")
final class DashboardCommand implements Callable<Integer> {
    @Mixin
    private RoleOptions options = new RoleOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7072",
            description = "port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-dashboard",
            description = "directory of the read model, where it is not in a --database (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-dashboard");

    @Option(names = "--log-level", paramLabel = "LEVEL", defaultValue = "info", description = ServerOptions.LOG_LEVEL)
    private LogLevel logLevel = LogLevel.INFO;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        return RunningServer.run(options.dashboard(port, data, logLevel, database.address()));
    }
}
