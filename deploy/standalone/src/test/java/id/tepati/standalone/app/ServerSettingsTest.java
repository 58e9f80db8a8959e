package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.standalone.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "127.1.2.3, false",
        "::1, false",
        "localhost, false",
        "0.0.0.0, true",
        "::, true",
        "192.0.2.7, true",
        "no such host, true"
    })
    void isOpenToOthersUnlessItListensOnThisMachineOnly(String listen, boolean open) {
        ServerSettings settings = new ServerSettings(
                Set.of(Role.GATEWAY),
                Path.of("data"),
                null,
                0,
                Listening.plain(listen, 0),
                6,
                2,
                null,
                LogLevel.INFO,
                null);

        assertThat(settings.isOpenToOthers()).isEqualTo(open);
    }

    private static ServerSettings gateway(Listening listening, @Nullable KafkaCluster kafka) {
        return new ServerSettings(
                Set.of(Role.GATEWAY), Path.of("data"), kafka, 0, listening, 6, 2, null, LogLevel.INFO, null);
    }

    private Path file(String name, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "security.protocol=SASL_SSL\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void warnsOfWhatPassesReadable() throws IOException {
        TlsFiles tls = new TlsFiles(folder.resolve("server.pem"), file("server.key", "rw-------"));

        assertThat(gateway(Listening.plain("0.0.0.0", 0), null).warnings())
                .singleElement()
                .asString()
                .contains("readable", "--tls-cert", "proxy");
        assertThat(gateway(Listening.plain("127.0.0.1", 0), null).warnings()).isEmpty();
        assertThat(gateway(new Listening("0.0.0.0", 0, tls), null).warnings()).isEmpty();
    }

    @Test
    void warnsOfSecretsThatEverybodyOnTheMachineMayRead() throws IOException {
        TlsFiles tls = new TlsFiles(folder.resolve("server.pem"), file("server.key", "rw-r--r--"));
        KafkaCluster kafka = KafkaCluster.of("kafka:9092", file("kafka.properties", "rw-rw-r--"));

        assertThat(gateway(new Listening("127.0.0.1", 0, tls), kafka).warnings())
                .hasSize(2)
                .allMatch(warning -> warning.contains("chmod 600"))
                .anyMatch(warning -> warning.contains("server.key"))
                .anyMatch(warning -> warning.contains("kafka.properties"));
    }
}
