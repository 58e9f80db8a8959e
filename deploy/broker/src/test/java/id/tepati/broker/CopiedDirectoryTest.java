package id.tepati.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a data directory is a broker of its own, or none; the original notices nothing. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class CopiedDirectoryTest {
    @TempDir
    private Path folder;

    private Path original;
    private Path copy;

    @BeforeEach
    void name() {
        original = folder.resolve("original");
        copy = folder.resolve("copy");
    }

    @Test
    void ofARunningBrokerIsRefusedWithTheCure() throws Exception {
        try (var running = BrokerProcess.start(original, 0)) {
            var clients = new Clients(running.bootstrapServers());
            clients.createTopic("events", 1);
            copy();

            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(copy, 0))
                    .withMessageContaining(copy + " was copied from " + original.toRealPath() + " while a server ran")
                    .withMessageContaining("tepati backup")
                    .withMessageContaining("delete " + copy.resolve("place"));

            clients.send("events", List.of("still taken"));
        }
    }

    @Test
    void ofARunningBrokerLeavesItsBrokerRegisteredEvenWhereItIsStarted() throws Exception {
        try (var running = BrokerProcess.start(original, 0)) {
            var clients = new Clients(running.bootstrapServers());
            clients.createTopic("events", 1);
            copy();
            Files.delete(copy.resolve("place"));

            try (var second = EmbeddedBroker.start(copy, 0)) {
                new Clients(second.bootstrapServers()).createTopic("of-the-copy", 1);
                clients.send("events", List.of("still taken"));
                clients.createTopic("more", 1);
            }
            assertThat(clients.values("events", "read_committed")).containsExactly("still taken");
        }
    }

    @Test
    void ofAStoppedBrokerGoesOnByItself() throws Exception {
        try (var before = EmbeddedBroker.start(original, 0)) {
            var clients = new Clients(before.bootstrapServers());
            clients.createTopic("events", 1);
            clients.send("events", List.of("common"));
        }
        copy();

        try (var running = BrokerProcess.start(original, 0);
                var second = EmbeddedBroker.start(copy, 0)) {
            new Clients(running.bootstrapServers()).send("events", List.of("of the original"));
            new Clients(second.bootstrapServers()).send("events", List.of("of the copy"));

            assertThat(new Clients(running.bootstrapServers()).values("events", "read_committed"))
                    .containsExactly("common", "of the original");
            assertThat(new Clients(second.bootstrapServers()).values("events", "read_committed"))
                    .containsExactly("common", "of the copy");
        }
        assertThat(DirectoryPlace.copiedFrom(copy)).isEmpty();
    }

    @Test
    void isKnownUntilItIsSettledAndAMovedOneIsNone() throws IOException {
        Files.createDirectories(original);
        DirectoryPlace.settle(original);
        copy();

        assertThat(DirectoryPlace.copiedFrom(original)).isEmpty();
        assertThat(DirectoryPlace.copiedFrom(copy))
                .contains(original.toRealPath().toString());

        DirectoryPlace.settle(copy);
        assertThat(DirectoryPlace.copiedFrom(copy)).isEmpty();
        assertThat(DirectoryPlace.copiedFrom(Files.move(original, folder.resolve("moved"))))
                .isEmpty();
    }

    /** As cp -r does, whatever happens in the directory meanwhile. */
    private void copy() throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(copyOf(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.copy(file, copyOf(file));
                } catch (NoSuchFileException gone) {
                    return visitFileFailed(file, gone);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
    }

    private Path copyOf(Path path) {
        return copy.resolve(original.relativize(path).toString());
    }
}
