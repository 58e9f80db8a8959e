package id.tepati.standalone.cli;

import id.tepati.dashboard.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the read model lies. */
final class DatabaseOptions {
    private static final String PASSWORD = "TEPATI_DATABASE_PASSWORD";

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "PostgreSQL for the figures, jdbc:postgresql://HOST:PORT/DATABASE; several dashboards may share one",
                "(default: a file in the data directory; for bench peers a server that it starts)"
            })
    private @Nullable String url;

    @Option(names = "--database-user", paramLabel = "NAME", description = "who asks that database")
    private @Nullable String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "file with the password (default: " + PASSWORD + " in the environment)")
    private @Nullable Path passwordFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    DatabaseOptions() {}

    /** The database; null for a file in the data. */
    @Nullable
    DatabaseAddress address() {
        if (url == null) {
            return null;
        }
        try {
            return DatabaseAddress.server(url, user, password(System.getenv()).orElse(null));
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), "--database: " + refused.getMessage(), refused);
        }
    }

    /** The same as options of another command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--database", url);
        add(arguments, "--database-user", user);
        add(arguments, "--database-password-file", passwordFile);
        return arguments;
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.add(name);
            arguments.add(value.toString());
        }
    }

    private Optional<String> password(Map<String, String> environment) {
        if (passwordFile == null) {
            return Optional.ofNullable(environment.get(PASSWORD));
        }
        try {
            return Optional.of(Files.readString(passwordFile).strip());
        } catch (IOException failed) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--database-password-file: " + passwordFile + " cannot be read: check its name and its rights.",
                    failed);
        }
    }
}
