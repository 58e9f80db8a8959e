package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | NUMBER",
                "0.00E+00 | NUMBER",
                "#,##0 \"days and hours\" | NUMBER",
                "[Red]0;[Yellow]-0 | NUMBER",
                "_-[$Rp-421]* #,##0_- | NUMBER",
                "\\d0 | NUMBER",
                "@ | NUMBER",
                "mm-dd-yy | DATE",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | DATE",
                "mmm | DATE",
                "d/m/yyyy h:mm AM/PM;@ | DATE_AND_TIME",
                "yyyy-mm-dd\"T\"hh:mm:ss.000 | DATE_AND_TIME",
                "h:mm AM/PM | TIME",
                "mm:ss | TIME",
                "[h]:mm:ss | ELAPSED",
                "[mm] | ELAPSED",
            })
    void aFormatShowsWhatACodeSays(String code, SheetFormat format) {
        assertThat(SheetFormat.of(164, code)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"0, NUMBER", "31, DATE", "58, DATE", "33, TIME", "49, NUMBER"})
    void aFormatWithoutCodeIsKnownByItsNumber(int id, SheetFormat format) {
        assertThat(SheetFormat.of(id, "")).isEqualTo(format);
    }
}
