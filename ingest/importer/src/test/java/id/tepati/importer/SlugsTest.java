package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "Public Works Department, public-works-department",
        "Parks & Recreation Department, parks-recreation-department",
        "'  -- Mayor''s 24 Hour Hotline!', mayor-s-24-hour-hotline",
        "e-mail, e-mail",
        "Lingkungan Économie, lingkungan-conomie",
        "X, x",
        "-, ''",
        "---, ''",
        "東京, ''",
    })
    void everyRunOfOtherCharactersBecomesOneHyphen(String text, String slug) {
        assertThat(Slugs.of(text, 60)).isEqualTo(slug);
    }

    @Test
    void theCutLeavesNoHyphenAtTheEnd() {
        assertThat(Slugs.of("abcd efgh", 5)).isEqualTo("abcd");
        assertThat(Slugs.of("abcd efgh", 6)).isEqualTo("abcd-e");
    }
}
