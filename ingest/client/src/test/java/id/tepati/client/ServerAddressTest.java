package id.tepati.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:7070, http://127.0.0.1:7070",
        "http://127.0.0.1:7070/, http://127.0.0.1:7070",
        "https://tepati.example.go.id/kota//, https://tepati.example.go.id/kota",
        "http://[::1]:7070, http://[::1]:7070"
    })
    void anAddressHasNoSlashAtItsEnd(String text, String normal) {
        assertThat(ServerAddress.parse(text)).hasToString("Optional[" + normal + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo", "localhost:7070", "http://", "http://a|b", "ftp://a", "http://a?b=c", "http://a#b", "/x"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(ServerAddress.parse(text)).isEmpty();
    }
}
