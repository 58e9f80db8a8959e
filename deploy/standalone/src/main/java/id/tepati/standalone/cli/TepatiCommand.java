package id.tepati.standalone.cli;

import id.tepati.access.edit.EditRefused;
import id.tepati.access.feed.AccessException;
import id.tepati.broker.BrokerStartException;
import id.tepati.client.ClientException;
import id.tepati.importer.ImportException;
import id.tepati.standalone.app.FullDiskException;
import id.tepati.standalone.app.StartException;
import id.tepati.standalone.backup.BackupException;
import id.tepati.standalone.demo.DemoException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code tepati}. */
@Command(
        name = "tepati",
        mixinStandardHelpOptions = true,
        versionProvider = TepatiCommand.Version.class,
        description = "Watches whether public-service units keep the standards they promised.",
        subcommands = {
            DemoCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            UpCommand.class,
            GatewayCommand.class,
            PipelineCommand.class,
            DashboardCommand.class,
            ImportCommand.class,
            CatalogueCommand.class,
            StatusCommand.class,
            DeadLettersCommand.class,
            UsersCommand.class,
            TokensCommand.class,
            ProducersCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class TepatiCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TepatiCommand.class);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private TepatiCommand() {}

    /** Runs the command that the arguments name and answers its exit code. */
    public static int run(String... args) {
        CommandLine command = new CommandLine(new TepatiCommand());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        AccessValues.register(command);
        command.setExecutionExceptionHandler((error, where, parsed) -> explain(error));
        IParameterExceptionHandler usual = command.getParameterExceptionHandler();
        command.setParameterExceptionHandler(
                (error, parsed) -> error instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)
                        ? sayUnknown(unmatched)
                        : usual.handleParseException(error, parsed));
        return command.execute(args);
    }

    /** Whether a command was to be named there. */
    private static boolean isCommand(UnmatchedArgumentException unmatched) {
        return !unmatched.isUnknownOption()
                && !unmatched.getCommandLine().getSubcommands().isEmpty();
    }

    private static int sayUnknown(UnmatchedArgumentException unmatched) {
        List<String> nearest = unmatched.getSuggestions();
        String cure = nearest.isEmpty()
                ? "the commands are "
                        + String.join(
                                ", ",
                                unmatched.getCommandLine().getSubcommands().keySet()) + "."
                : "did you mean " + nearest.get(0) + "?";
        return say("There is no command " + unmatched.getUnmatched().get(0) + "; " + cure, Exit.USAGE);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /** One sentence for what an operator can mend; the whole story in the log for what only we can. */
    private static int explain(Exception error) {
        if (error instanceof CommandException refused) {
            return say(refused.getMessage(), refused.exit());
        }
        if (error instanceof ClientException failed) {
            return say(failed.getMessage(), Exit.of(failed.code()));
        }
        if (error instanceof ImportException refused) {
            return say(refused.getMessage(), refused.exit().code());
        }
        if (error instanceof DemoException refused) {
            return say(refused.getMessage(), Exit.NOT_STARTED);
        }
        if (error instanceof BackupException || error instanceof EditRefused) {
            return say(error.getMessage(), Exit.REFUSED);
        }
        if (error instanceof AccessException) {
            LOG.atDebug().setCause(error).log("Kafka did not do what was asked");
            return say(error.getMessage(), Exit.UNREACHABLE);
        }
        if (error instanceof FullDiskException) {
            return say(error.getMessage(), Exit.FULL_DISK);
        }
        if (error instanceof StartException || error instanceof BrokerStartException) {
            LOG.atDebug().setCause(error).log("not started");
            return say(error.getMessage(), Exit.NOT_STARTED);
        }
        LOG.atError().setCause(error).log("the command failed");
        return say("The command failed unexpectedly: " + error, Exit.INTERNAL);
    }

    private static int say(@org.jspecify.annotations.Nullable String message, int exit) {
        System.err.println("tepati: " + message);
        return exit;
    }

    /** Takes the version from the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Tepati " + ofJar()};
        }

        static String ofJar() {
            return Optional.ofNullable(TepatiCommand.class.getPackage().getImplementationVersion())
                    .orElse("(from sources)");
        }
    }
}
