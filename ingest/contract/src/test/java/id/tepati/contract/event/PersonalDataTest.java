package id.tepati.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    3174011203990001,      true
                    3174015203990001,      true
                    KTP/3174015203990001/1,true
                    3174012902000001,      true
                    3174012902990001,      false
                    3174013104990001,      false
                    3174014003990001,      false
                    3174011213990001,      false
                    3174017203990001,      false
                    31740112039900011,     false
                    317401120399000,       false
                    081234567,             true
                    08123456,              false
                    0812345678901,         true
                    08123456789012,        false
                    628123456789,          true
                    wa+6281234567,         true
                    1081234567,            false
                    2026-0042,             false
                    ٣١٧٤٠١١٢٠٣٩٩٠٠٠١,      false
                    """)
    void findsNikAndMobileNumber(String text, boolean personal) {
        assertThat(PersonalData.isIn(text)).isEqualTo(personal);
    }
}
