package id.tepati.standalone.backup;

import id.tepati.standalone.app.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that is filled as a whole: in one inside it first, whose parts are moved up when all are there, so that
 * what was broken off is not taken for it. It may be the root of a volume, which could not be moved itself.
 *
 * @param last name of the part without which the rest counts for nothing
 */
record Target(Path place, String last) {
    private static final String PARTIAL = "partial";

    /** Fills a directory. */
    interface Filling<T> {
        /** Fills it and answers what is in it. */
        T into(Path directory) throws IOException;
    }

    /** Makes the directory and fills it; what was begun is taken away again where that fails. */
    <T> T fill(Filling<T> filling) throws IOException {
        boolean made = requireEmpty();
        Path partial = place.resolve(PARTIAL);
        try {
            Files.createDirectories(partial);
            T filled = filling.into(partial);
            moveUp(partial);
            return filled;
        } catch (IOException | RuntimeException e) {
            DirectoryTree.delete(made ? place : partial);
            throw e;
        }
    }

    private void moveUp(Path partial) throws IOException {
        List<Path> parts;
        try (Stream<Path> inside = Files.list(partial)) {
            parts = inside.sorted(Comparator.comparing(
                            (Path part) -> part.getFileName().toString().equals(last)))
                    .toList();
        }
        for (Path part : parts) {
            Files.move(part, place.resolve(part.getFileName()));
        }
        Files.delete(partial);
    }

    /** Whether it has to be made. */
    private boolean requireEmpty() throws IOException {
        if (!Files.exists(place)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(place)) {
            if (inside.findAny().isPresent()) {
                throw new BackupException(
                        place + " holds something already: name a directory that is not there yet.", null);
            }
        }
        return false;
    }
}
