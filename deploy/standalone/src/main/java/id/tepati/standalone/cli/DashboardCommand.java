package id.tepati.standalone.cli;

import id.tepati.standalone.app.Role;
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

    @Override
    public Integer call() {
        return RunningServer.run(options.settings(Role.DASHBOARD, port));
    }
}
