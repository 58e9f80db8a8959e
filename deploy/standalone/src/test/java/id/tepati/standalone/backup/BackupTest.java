package id.tepati.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.broker.DirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved, what comes back, and what is refused. */
class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path data;
    private Path backup;

    @BeforeEach
    void keepSomething() throws IOException {
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        write("broker/log/meta.properties", "version=1\ncluster.id=kota\nnode.id=1\n");
        write("broker/log/tepati.queue.v1-0/00000000000000000000.log", "events");
        write("broker/log/.kafka_cleanshutdown", "{}");
        write("broker/place", "elsewhere");
        write("broker/broker.lock", "1");
        write("instance", "pipeline-1");
        write("state/tepati-pipeline-v2/0_0/rocksdb", "state");
        write("log/tepati.log", "log");
    }

    private void write(String path, String text) throws IOException {
        Path file = data.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Backup.Summary make() {
        return Backup.make(data, backup, "1.2.3", CLOCK);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsKeptComesBackByteForByteWithoutWhatIsMadeAnew() throws IOException {
        Path restored = folder.resolve("restored");

        Backup.Summary saved = make();

        assertThat(Backup.restore(backup, restored)).isEqualTo(saved);
        assertThat(files(restored))
                .containsExactly(
                        "broker/log/.kafka_cleanshutdown",
                        "broker/log/meta.properties",
                        "broker/log/tepati.queue.v1-0/00000000000000000000.log",
                        "instance");
        for (String file : files(restored)) {
            assertThat(restored.resolve(file)).hasSameBinaryContentAs(data.resolve(file));
        }
    }

    @Test
    void theManifestTellsWhatItIs() throws IOException {
        make();

        Manifest manifest = Manifest.read(backup);

        assertThat(manifest.cluster()).isEqualTo("kota");
        assertThat(manifest.tepati()).isEqualTo("1.2.3");
        assertThat(manifest.made()).isEqualTo("2026-04-01T02:00:00Z");
        assertThat(manifest.files())
                .contains(new Manifest.Entry(
                        "instance", 10, "6a9de52dda7894c8d1de77782a4164313c1c7bfbc48093be5ba25a22e79a033a"));
    }

    @Test
    void aDirectoryInUseIsRefusedWithTheProcess() {
        try (DirectoryLock running = DirectoryLock.acquire(data.resolve("broker"), "broker")) {
            assertThat(running).isNotNull();
            assertThatThrownBy(this::make)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("needs it at rest")
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }
        assertThat(backup).doesNotExist();
    }

    @Test
    void aDirectoryWithoutABrokerIsRefused() {
        data = folder.resolve("nothing");

        assertThatThrownBy(this::make).isInstanceOf(BackupException.class).hasMessageContaining("--data");
        assertThat(data).doesNotExist();
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        make();
        Files.writeString(backup.resolve("broker/log/tepati.queue.v1-0/00000000000000000000.log"), "evemts");
        Path restored = folder.resolve("restored");

        assertThatThrownBy(() -> Backup.restore(backup, restored))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("00000000000000000000.log");
        assertThat(restored).doesNotExist();
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() throws IOException {
        make();

        assertThatThrownBy(this::make).hasMessageContaining("holds something already");
        assertThatThrownBy(() -> Backup.restore(backup, data)).hasMessageContaining("holds something already");
        assertThat(data.resolve("state/tepati-pipeline-v2/0_0/rocksdb")).hasContent("state");
    }

    @Test
    void anEmptyVolumeIsFilledInPlace() throws IOException {
        make();
        Path volume = Files.createDirectory(folder.resolve("volume"));

        Backup.restore(backup, volume);

        assertThat(files(volume)).hasSize(4);
        assertThatThrownBy(() -> Backup.restore(volume, folder.resolve("again")))
                .hasMessageContaining("is no backup");
    }

    @Test
    void aFormOfALaterReleaseIsRefused() throws IOException {
        make();
        Path manifest = backup.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"form\" : 1", "\"form\" : 2"));

        assertThatThrownBy(() -> Backup.restore(backup, folder.resolve("restored")))
                .hasMessageContaining("has form 2, and this release knows form 1");
    }
}
