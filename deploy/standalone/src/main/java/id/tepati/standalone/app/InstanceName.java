package id.tepati.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a pipeline process among those that share the work. Under the same name it finds its share again after a
 * restart. Where nobody gives one it is made up at the first start and kept with the data, so that it is nobody else's.
 */
final class InstanceName {
    private static final String FILE = "instance";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int DIGITS = 8;

    private InstanceName() {}

    /**
     * The name to use.
     *
     * @param data directory of the process, which exists and is its own
     * @throws StartException where the name cannot be one, or cannot be kept
     */
    static String of(@Nullable String given, Path data) {
        String name = given != null ? given : kept(data.resolve(FILE));
        if (!FORM.matcher(name).matches()) {
            throw new StartException(
                    "The instance name " + name + " is not of 1 to 100 letters, digits, '.', '_' or '-': choose another"
                            + " one with --instance.",
                    null);
        }
        return name;
    }

    /**
     * Forgets the name that was kept.
     *
     * @throws StartException where that cannot be done
     */
    static void forget(Path data) {
        Path file = data.resolve(FILE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartException(
                    "The instance name in " + file + " belongs to the directory that this one was copied from, and"
                            + " cannot be deleted: check the permissions of the directory.",
                    e);
        }
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file, "pipeline-" + UUID.randomUUID().toString().substring(0, DIGITS));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException(
                    "The instance name in " + file + " can be neither read nor kept: check the permissions of the"
                            + " directory, or give one with --instance.",
                    e);
        }
    }
}
