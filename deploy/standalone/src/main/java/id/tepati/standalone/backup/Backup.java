package id.tepati.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a server with the embedded broker keeps, in another directory: with a manifest of checksums, and without
 * what is made anew, which is the pipeline's state, and the log. Only of a server that is stopped: what a running one
 * writes meanwhile would be there by half.
 */
public final class Backup {
    private static final Set<String> MADE_ANEW = Set.of("state", "log", "model");
    private static final Set<String> OF_THE_PLACE = Set.of("place", "address", ".lock", "broker.lock", "pipeline.lock");
    static final String BROKER = "broker";
    private static final Path CLUSTER = Path.of(BROKER, "log", "meta.properties");

    private Backup() {}

    /** What was copied. */
    public record Summary(int files, long bytes) {
        static Summary of(Manifest manifest) {
            return new Summary(manifest.files().size(), manifest.bytes());
        }
    }

    /**
     * Makes a backup.
     *
     * @param data directory of a server that is stopped
     * @param backup not there yet, or empty
     * @param version of Tepati
     * @throws BackupException where that cannot be done; nothing stays behind
     */
    public static Summary make(Path data, Path backup, String version, Clock clock) {
        if (!Files.exists(data.resolve(CLUSTER))) {
            throw new BackupException(
                    data + " holds nothing of an embedded broker: name the directory of tepati up with --data.", null);
        }
        try (AtRest rest = AtRest.of(data)) {
            return new Target(backup, Manifest.FILE).fill(into -> {
                Manifest manifest = new Manifest(
                        Manifest.FORM,
                        version,
                        cluster(rest.data()),
                        clock.instant().toString(),
                        copy(rest.data(), into));
                manifest.write(into);
                return Summary.of(manifest);
            });
        } catch (IOException e) {
            throw new BackupException("The backup of " + data + " in " + backup + " failed (" + e + ").", e);
        }
    }

    private static String cluster(Path data) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve(CLUSTER))) {
            properties.load(in);
        }
        return properties.getProperty("cluster.id", "");
    }

    private static List<Manifest.Entry> copy(Path data, Path into) throws IOException {
        List<Manifest.Entry> files = new ArrayList<>();
        for (Path path : files(data)) {
            files.add(CheckedCopy.of(data, into, path.toString().replace('\\', '/')));
        }
        return files;
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .filter(path -> !MADE_ANEW.contains(path.getName(0).toString()))
                    .filter(path -> !OF_THE_PLACE.contains(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts a backup back; the next start on the directory goes on where the server was.
     *
     * @param data not there yet, or empty
     * @throws BackupException where the backup is not whole or that cannot be done; nothing stays behind
     */
    public static Summary restore(Path backup, Path data) {
        try {
            Manifest manifest = Manifest.read(backup);
            return new Target(data, BROKER).fill(into -> {
                for (Manifest.Entry file : manifest.files()) {
                    restore(backup, into, file);
                }
                return Summary.of(manifest);
            });
        } catch (IOException e) {
            throw new BackupException(
                    "The backup " + backup + " could not be put back to " + data + " (" + e + ").", e);
        }
    }

    private static void restore(Path backup, Path into, Manifest.Entry file) throws IOException {
        Path source = backup.resolve(file.path()).normalize();
        boolean whole = source.startsWith(backup.normalize())
                && Files.isRegularFile(source)
                && CheckedCopy.of(backup, into, file.path()).equals(file);
        if (!whole) {
            throw new BackupException(
                    "The backup " + backup + " is damaged: " + file.path()
                            + " is missing or not what was saved. Take another one.",
                    null);
        }
    }
}
