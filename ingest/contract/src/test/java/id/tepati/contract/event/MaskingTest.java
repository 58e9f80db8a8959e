package id.tepati.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nik 3174011203990001.              | nik [nik].
                    {"nik":"9999999999999999"}         | {"nik":"[nik]"}
                    3174-0152-0399-0001                | [nik]
                    31.74.01.520399.0001               | [nik]
                    2026-0100-9900-0001                | 2026-0100-9900-0001
                    31740112039900011                  | 31740112039900011
                    HP 0812-3456-7890 atau +6281234567890, 62 812 3456 789 | HP [phone] atau [phone], [phone]
                    081234                             | 081234
                    siti.aminah+1@contoh.co.id;        | [email];
                    urn:loket@kel                      | urn:loket@kel
                    2026-01-05T08:15:00.123456+07:00   | 2026-01-05T08:15:00.123456+07:00
                    """)
    void masks(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @Test
    void copesWithALongText() {
        String text = "a.".repeat(300_000) + "1".repeat(300_000) + " 1".repeat(300_000);

        assertThat(Masking.mask(text)).startsWith("a.a.").hasSizeGreaterThan(600_000);
    }
}
