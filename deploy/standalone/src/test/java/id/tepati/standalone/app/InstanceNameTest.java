package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceNameTest {
    @TempDir
    Path data;

    @Test
    void isMadeUpOnceAndKept(@TempDir Path other) {
        String first = InstanceName.of(null, data);

        assertThat(first).matches("pipeline-[0-9a-f]{8}");
        assertThat(InstanceName.of(null, data)).isEqualTo(first);
        assertThat(InstanceName.of(null, other)).isNotEqualTo(first);
    }

    @Test
    void aGivenOneCountsAndIsNotKept() {
        assertThat(InstanceName.of("tepati-0", data)).isEqualTo("tepati-0");
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loket 1", "a/b", "nama|lain"})
    void whatKafkaDoesNotTakeIsRefused(String name) {
        assertThatThrownBy(() -> InstanceName.of(name, data))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--instance");
    }

    @Test
    void aKeptOneThatSomebodySpoiltIsRefusedToo() throws IOException {
        Files.writeString(data.resolve("instance"), "dua kata");

        assertThatThrownBy(() -> InstanceName.of(null, data))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("dua kata");
    }
}
