package id.tepati.standalone.cli;

import id.tepati.access.change.Author;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every change of who may do what is asked for. */
final class ChangeOptions {
    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            description = "why, for those who read the change log")
    private String why = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "who makes the change (default: the user of the operating system)")
    private @Nullable String who;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ChangeOptions() {}

    Author author() {
        try {
            return new Author(who == null ? System.getProperty("user.name", "") : who, why);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }
}
