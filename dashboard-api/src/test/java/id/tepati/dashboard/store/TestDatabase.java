package id.tepati.dashboard.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases for tests, each copied from one that has its tables already. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path DIRECTORY = directory();
    private static final Path TEMPLATE = template();

    private TestDatabase() {}

    /** One that nobody else has, with tables and indexes and nothing in them. */
    public static DatabaseAddress fresh() {
        Path file = DIRECTORY.resolve("model-" + NUMBER.incrementAndGet());
        try {
            Files.copy(TEMPLATE, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        file.toFile().deleteOnExit();
        return DatabaseAddress.file(file);
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("tepati-models");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path template() {
        Path file = DIRECTORY.resolve("template");
        file.toFile().deleteOnExit();
        try (Database database = Database.open(DatabaseAddress.file(file));
                ModelWriter writer = ModelWriter.of(database).orElseThrow()) {
            writer.fill();
        }
        return file;
    }
}
