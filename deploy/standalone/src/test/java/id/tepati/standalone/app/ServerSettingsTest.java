package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
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
                Set.of(Role.GATEWAY), Path.of("data"), null, 0, listen, 0, 6, 2, null, LogLevel.INFO, null);

        assertThat(settings.isOpenToOthers()).isEqualTo(open);
    }
}
