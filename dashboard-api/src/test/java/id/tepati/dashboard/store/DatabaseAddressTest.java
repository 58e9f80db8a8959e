package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseAddressTest {
    @Test
    void neverTellsItsPassword() {
        DatabaseAddress address =
                DatabaseAddress.server("jdbc:postgresql://db/tepati?password=rahasia", "tepati", "rahasia");

        assertThat(address).hasToString("jdbc:postgresql://db/tepati");
        assertThat(address.dialect()).isEqualTo(Dialect.POSTGRESQL);
    }

    @Test
    void aFileIsOneOfSqlite() {
        DatabaseAddress address = DatabaseAddress.file(Path.of("data", "model.db"));

        assertThat(address.dialect()).isEqualTo(Dialect.SQLITE);
        assertThat(address.path()).isEqualTo(Path.of("data", "model.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/tepati", "jdbc:sqlite:model.db", "db", ""})
    void aServerIsOfPostgresql(String url) {
        assertThatThrownBy(() -> DatabaseAddress.server(url, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE");
    }
}
