package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.api.Language;
import id.tepati.contract.api.MessageTexts;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GatewayProblemTest {
    private static final MessageTexts TEXTS = MessageTexts.beside(GatewayProblem.class, "problems");

    @ParameterizedTest
    @EnumSource
    void hasItsTextsInBothLanguages(GatewayProblem problem) {
        for (String text : List.of(".title", ".detail", ".cure")) {
            String indonesian = TEXTS.text(Language.INDONESIAN, problem.code() + text);
            String english = TEXTS.text(Language.ENGLISH, problem.code() + text);
            assertThat(indonesian).isNotBlank().isNotEqualTo(english);
            assertThat(english).isNotBlank();
        }
    }

    @Test
    void isToldApartByItsCode() {
        assertThat(new TreeSet<>(Stream.of(GatewayProblem.values())
                        .map(GatewayProblem::code)
                        .toList()))
                .hasSize(GatewayProblem.values().length)
                .allMatch(code -> code.matches("[a-z-]+"));
    }

    @Test
    void tellsHowACatalogueIsSent() {
        assertThat(GatewayProblem.CATALOG_MALFORMED.in(Language.ENGLISH, null).cure())
                .startsWith("Send {\"files\":[{\"name\":\"units.yaml\",\"text\":\"...\"}]} with 1 to 200 files");
    }
}
