package id.tepati.standalone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs every role in this process until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs broker, gateway, pipeline and API in one process.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-data",
            description = "directory of everything that is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-data");

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private OidcOption oidc = new OidcOption();

    @Override
    public Integer call() {
        return RunningServer.run(options.settings(data, tls.files(), oidc.config()));
    }
}
