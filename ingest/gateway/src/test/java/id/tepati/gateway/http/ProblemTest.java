package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ProblemTest {
    @ParameterizedTest
    @EnumSource
    void hasItsTextsInBothLanguages(Problem problem) {
        for (String text : List.of(".title", ".detail", ".cure")) {
            String indonesian = Language.INDONESIAN.text(problem.code() + text);
            String english = Language.ENGLISH.text(problem.code() + text);
            assertThat(indonesian).isNotBlank().isNotEqualTo(english);
            assertThat(english).isNotBlank();
        }
    }

    @Test
    void isToldApartByItsCode() {
        assertThat(new TreeSet<>(Stream.of(Problem.values()).map(Problem::code).toList()))
                .hasSize(Problem.values().length)
                .allMatch(code -> code.matches("[a-z-]+"));
    }

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
