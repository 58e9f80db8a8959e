package id.tepati.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a data directory is, written into it, so that a copy of it is known as one: it lies under another path, and is
 * another directory of the file system. One that was moved is still the same, and so is one that came back from a
 * snapshot of its volume.
 */
public record DirectoryPlace(String path, String directory) {
    private static final String FILE = "place";

    /** Where a file system has no numbers of directories nothing is ever taken for a copy. */
    private static final String UNKNOWN = "-";

    /** Where it is written. */
    static Path file(Path directory) {
        return directory.resolve(FILE);
    }

    private static DirectoryPlace of(Path directory) throws IOException {
        return new DirectoryPlace(directory.toRealPath().toString(), number(directory));
    }

    private static String number(Path directory) throws IOException {
        try {
            return Files.getAttribute(directory, "unix:ino").toString();
        } catch (UnsupportedOperationException | IllegalArgumentException none) {
            return UNKNOWN;
        }
    }

    /**
     * The path of the directory that this one was copied from, if it is a copy that nobody has {@linkplain #settle
     * settled} yet.
     *
     * @throws BrokerStartException where that cannot be read
     */
    public static Optional<String> copiedFrom(Path directory) {
        try {
            DirectoryPlace here = of(directory);
            return written(directory)
                    .filter(place -> !place.path.equals(here.path) && !place.directory.equals(here.directory))
                    .map(DirectoryPlace::path);
        } catch (IOException e) {
            throw refused(directory, e);
        }
    }

    private static Optional<DirectoryPlace> written(Path directory) throws IOException {
        Path file = file(directory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 ? Optional.empty() : Optional.of(new DirectoryPlace(lines.get(0), lines.get(1)));
    }

    /**
     * From now on the directory belongs where it is.
     *
     * @throws BrokerStartException where that cannot be written
     */
    public static void settle(Path directory) {
        try {
            DirectoryPlace here = of(directory);
            if (!written(directory).equals(Optional.of(here))) {
                Files.write(file(directory), List.of(here.path, here.directory));
            }
        } catch (IOException e) {
            throw refused(directory, e);
        }
    }

    private static BrokerStartException refused(Path directory, IOException cause) {
        return new BrokerStartException(
                String.format(
                        Locale.ROOT,
                        "Where the data directory %s belongs can be neither read nor kept in it (%s). Check its owner, its permissions and the free space.",
                        directory,
                        cause),
                cause);
    }
}
