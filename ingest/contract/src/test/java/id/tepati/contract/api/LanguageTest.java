package id.tepati.contract.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | id",
                "id | id",
                "id-ID | id",
                "en | en",
                "en-GB,en;q=0.8 | en",
                "en;q=0.3,id;q=0.9 | id",
                "fr, en;q=0.5 | en",
                "fr | id",
                "*** | id"
            })
    void isToldInTheLanguageThatWasAskedFor(String accepted, String tag) {
        assertThat(Language.of(accepted).tag()).isEqualTo(tag);
    }
}
