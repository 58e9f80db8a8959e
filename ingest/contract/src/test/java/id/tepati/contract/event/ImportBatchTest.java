package id.tepati.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportBatchTest {
    private static final ImportBatch ADUAN = new ImportBatch("import-aduan.1", 143_428L);

    @Test
    void comesBackFromTheHeadersOfARecord() {
        RecordHeaders headers = new RecordHeaders();

        ADUAN.addTo(headers);

        assertThat(ImportBatch.of(headers)).contains(ADUAN);
    }

    @Test
    void needNotSayHowManyEventsItSends() {
        RecordHeaders headers = new RecordHeaders();

        new ImportBatch("aduan").addTo(headers);

        assertThat(headers.lastHeader(ImportBatch.RECORD_TOTAL)).isNull();
        assertThat(ImportBatch.of(headers)).contains(new ImportBatch("aduan"));
        assertThat(ImportBatch.of(new RecordHeaders())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "1e3", "1.000", " 7", "1000000000000", "٧"})
    void isRefusedWithATotalOfAnotherForm(String total) {
        assertThat(ImportBatch.of("aduan", total)).isEmpty();
        assertThat(ImportBatch.of("aduan", "999999999999")).contains(new ImportBatch("aduan", 999_999_999_999L));
    }

    /** Of a record it is not asked again: what came is counted, though nobody knows of how many. */
    @Test
    void isKnownOfARecordByItsNameWhateverItsTotalIs() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(ImportBatch.RECORD_HEADER, "aduan".getBytes(UTF_8));
        headers.add(ImportBatch.RECORD_TOTAL, "many".getBytes(UTF_8));

        assertThat(ImportBatch.of(headers)).contains(new ImportBatch("aduan"));
    }

    @Test
    void hasAtLeastOneEvent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImportBatch("aduan", 0L));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImportBatch("Aduan"));
    }
}
