package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a server does not start. */
class ServerTest {
    private static final String LOOPBACK = "127.0.0.1";

    @TempDir
    Path data;

    private void start(@Nullable String kafka, String listen, int port) {
        ServerSettings settings = new ServerSettings(
                EnumSet.allOf(Role.class),
                data,
                kafka == null ? null : KafkaCluster.open(kafka),
                0,
                Listening.plain(listen, port),
                1,
                1,
                null,
                LogLevel.INFO,
                null);
        new Server(settings, Clock.systemUTC()).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "nohost.invalid:9092", "127.0.0.1:99999"})
    void anAddressOfKafkaThatNobodyKnowsIsNamed(String kafka) {
        assertThatThrownBy(() -> start(kafka, LOOPBACK, 0))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("'" + kafka + "'")
                .hasMessageContaining("--kafka");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nohost.invalid", "192.0.2.1"})
    void anAddressOfAnotherMachineIsNamedAndLeavesNoTrace(String listen) {
        assertThatThrownBy(() -> start(null, listen, 0))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(listen + " is no address of this machine")
                .hasMessageContaining("--listen");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aPortInUseIsNamedAndLeavesNoTrace() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> start(null, LOOPBACK, port))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + port + " of " + LOOPBACK)
                    .hasMessageContaining("--port");
        }
        assertThat(data).isEmptyDirectory();
    }
}
