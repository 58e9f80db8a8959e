package id.tepati.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping adds to the catalogue that a file implies.
 *
 * @param files catalogue files to publish beside the derived one, each a path from the folder of the mapping
 * @param calendar of every derived unit; null for one that never closes
 */
record CatalogueParts(List<String> files, @Nullable String calendar) {
    static final CatalogueParts NONE = new CatalogueParts(List.of(), null);

    CatalogueParts {
        files = List.copyOf(files);
    }

    /**
     * The texts of the files by their names, in the order written.
     *
     * @param mapping the mapping that names them
     * @throws ImportException where one cannot be read
     */
    Map<String, String> texts(Path mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            Path path = mapping.resolveSibling(file);
            try {
                texts.put(file, Files.readString(path));
            } catch (IOException e) {
                throw new ImportException(
                        ImportExit.CATALOGUE,
                        "the catalogue file " + path
                                + ", which the mapping names, cannot be read as UTF-8; correct catalog.files or the file",
                        e);
            }
        }
        return texts;
    }
}
