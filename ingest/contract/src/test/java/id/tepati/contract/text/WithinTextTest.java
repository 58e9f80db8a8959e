package id.tepati.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WithinTextTest {
    @ParameterizedTest
    @CsvSource({
        "90 minutes,90 minutes",
        "120 minute,2 hours",
        "1 office-hour,1 office-hours",
        "45 office-minutes,45 office-minutes",
        "1 working-day,1 working-days",
        "60 calendar-days,60 calendar-days",
        "stated,stated",
        "unknown,unknown"
    })
    void readsAndWritesAmounts(String written, String canonical) throws Exception {
        assertThat(WithinText.format(WithinText.parse(written))).isEqualTo(canonical);
    }
}
