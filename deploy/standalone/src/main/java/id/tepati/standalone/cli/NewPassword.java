package id.tepati.standalone.cli;

import id.tepati.access.secret.PasswordHash;
import id.tepati.access.secret.Passwords;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A new password: asked for at the console without echo, twice, or read from a file. Never an argument. */
final class NewPassword {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "file with the password on its first line, for scripts (default: it is asked for, twice)")
    private @Nullable Path file;

    /** What is to be kept of it. */
    PasswordHash hash() {
        String password = file == null ? asked() : read(file);
        Passwords.whyUnfit(password).ifPresent(why -> {
            throw new CommandException(why, Exit.REFUSED);
        });
        return new Passwords(new SecureRandom()).hash(password);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new CommandException(
                    "The file " + file + " cannot be read: check its name, its rights, and that it is in UTF-8.",
                    Exit.USAGE);
        }
    }

    /** Without a terminal there is no console on Java 17, and none that answers on later ones. */
    @SuppressWarnings("SystemConsoleNull")
    private static String asked() {
        Console console = System.console();
        if (console == null) {
            throw noConsole();
        }
        String first = ask(console, "Password (at least " + Passwords.LEAST + " characters, not shown): ");
        if (!first.equals(ask(console, "Once more: "))) {
            throw new CommandException("The two are not the same: start again.", Exit.REFUSED);
        }
        return first;
    }

    private static String ask(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw noConsole();
        }
        return new String(typed);
    }

    private static CommandException noConsole() {
        return new CommandException(
                "There is no console at which to ask for the password: give it with --password-file FILE.", Exit.USAGE);
    }
}
