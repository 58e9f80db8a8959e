package id.tepati.standalone.cli;

import id.tepati.standalone.demo.Demo;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows Tepati at work: an invented city sends its last days, the newest first, and then what happens. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs everything, with an invented city that sends events.",
            "They are of its last days, the newest first, and then of what happens. The next start goes on where it was."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 365;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-demo",
            description = "directory of everything that is kept (default: ${DEFAULT-VALUE}); delete it to begin anew")
    private Path data = Path.of("tepati-demo");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "another number makes other offices good and bad (default: the one of the data, else 1)")
    private @Nullable Long seed;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "days to go back, today included (default: ${DEFAULT-VALUE})")
    private int days;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    DemoCommand() {}

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days is a number from 1 to " + MOST_DAYS + ".");
        }
        Clock clock = Clock.systemUTC();
        PrintStream out = System.out;
        Demo demo = Demo.of(data, seed, days, clock, out);
        try (RunningServer server =
                RunningServer.start(options.settings(data), clock, out, new BesideTheServer(demo))) {
            return server.stay();
        }
    }

    private record BesideTheServer(Demo demo) implements RunningServer.Alongside {
        @Override
        public void begin(URI address) {
            demo.begin(address);
        }

        @Override
        public void close() {
            demo.close();
        }
    }
}
