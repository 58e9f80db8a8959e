package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.yaml.FilePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads a folder of catalogue YAML as a whole. The form is described in docs/catalog.md. */
public final class CatalogueFolder {
    private CatalogueFolder() {}

    /**
     * Reads every {@code *.yaml} and {@code *.yml} file below a folder, in the order of their names. The folder must be
     * complete by itself: nothing was published before it. What the files say wrongly comes back as problems, all of
     * them at once.
     *
     * @throws UncheckedIOException where the disk fails
     */
    public static CatalogueReading read(Path folder) {
        DraftReader reader = new DraftReader(CatalogueSnapshot.EMPTY);
        List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
        if (files.isEmpty()) {
            reader.problems()
                    .add(
                            FilePosition.of(""),
                            Files.isDirectory(folder)
                                    ? "the folder " + folder + " has no .yaml file"
                                    : "there is no folder " + folder,
                            "name the folder that holds the catalogue");
        }
        files.forEach(file -> read(folder, file, reader));
        return reader.finish(CatalogueSnapshot.EMPTY, Instant.EPOCH);
    }

    /**
     * Reads files that are in memory as if they were a folder.
     *
     * @param texts by name, read in the order of their names
     * @param published what entries may refer to beside each other, and may not change without notice
     * @param now when it would be published
     */
    public static CatalogueReading read(SortedMap<String, String> texts, CatalogueSnapshot published, Instant now) {
        DraftReader reader = new DraftReader(published);
        texts.forEach(reader::read);
        return reader.finish(published, now);
    }

    private static void read(Path folder, Path file, DraftReader reader) {
        String name = folder.relativize(file).toString();
        try {
            reader.read(name, Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            reader.hidden();
            reader.problems().add(FilePosition.of(name), "is not in UTF-8", "save it as UTF-8");
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + ": check its permissions and the disk", broken);
        }
    }

    /**
     * The {@code *.yaml} and {@code *.yml} files below a folder, in the order of their names.
     *
     * @throws UncheckedIOException where the folder cannot be listed
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isYaml(file.toString()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException broken) {
            throw new UncheckedIOException(
                    "cannot list " + folder + ": check its permissions and the disk",
                    broken instanceof IOException plain ? plain : new IOException(broken));
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
