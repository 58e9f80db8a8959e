package id.tepati.standalone.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param form of backups, which a release either knows or refuses
 * @param tepati version that made it
 * @param cluster id of the embedded broker's cluster
 * @param made when, in UTC
 * @param files in order of their paths
 */
record Manifest(int form, String tepati, String cluster, String made, List<Entry> files) {
    static final int FORM = 1;

    static final String FILE = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A file.
     *
     * @param path from the data directory, with slashes
     * @param sha256 in hexadecimal digits
     */
    record Entry(String path, long bytes, String sha256) {}

    long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    void write(Path backup) throws IOException {
        Files.write(backup.resolve(FILE), JSON.writeValueAsBytes(this));
    }

    /** That of a backup. */
    static Manifest read(Path backup) throws IOException {
        Path file = backup.resolve(FILE);
        if (!Files.exists(file)) {
            throw new BackupException(
                    backup + " is no backup, for it has no " + FILE + ": name the directory that tepati backup made.",
                    null);
        }
        try {
            return known(
                    backup, JSON.readTree(Files.readAllBytes(file)).path("form").asInt(), file);
        } catch (JsonProcessingException e) {
            throw new BackupException(file + " cannot be read: the backup is damaged, take another one.", e);
        }
    }

    private static Manifest known(Path backup, int form, Path file) throws IOException {
        if (form != FORM) {
            throw new BackupException(
                    backup + " has form " + form + ", and this release knows form " + FORM
                            + ": put it back with the release that made it.",
                    null);
        }
        return JSON.readValue(Files.readAllBytes(file), Manifest.class);
    }
}
