package id.tepati.gateway.reject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.Glimpse;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.rules.UnitId;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class DeadLetterRecordsTest {
    private static final Instant AT = Instant.parse("2026-03-02T03:00:00Z");
    private static final String NIK = "3174054107850003";

    private final DeadLetterRecords letters = new DeadLetterRecords("letters");

    @Test
    void keepsWhyAndAMaskedPayload() {
        ProducerRecord<byte[], byte[]> record = record(RejectCode.UNKNOWN_UNIT, "{\"note\":\"" + NIK + "\"}");

        assertThat(record.topic()).isEqualTo("letters");
        DeadLetter letter = DeadLetter.fromJson(record.value());
        assertThat(letter.code()).isEqualTo("unknown-unit");
        assertThat(letter.where()).isEqualTo("gateway");
        assertThat(letter.unit()).isEqualTo(new UnitId("kel-melati"));
        assertThat(letter.at()).isEqualTo(AT);
        assertThat(letter.payload()).isEqualTo("{\"note\":\"[nik]\"}");
        assertThat(new String(record.key(), UTF_8)).isEqualTo(letter.id());
    }

    @Test
    void masksWhatWasWrittenAsEscapes() {
        String escaped = "{\"note\":\"\\u0033" + NIK.substring(1) + " a\\u0040b.id \\u0022 \\u005c \\u00e9\"}";

        DeadLetter letter =
                DeadLetter.fromJson(record(RejectCode.UNKNOWN_UNIT, escaped).value());

        assertThat(letter.payload()).isEqualTo("{\"note\":\"[nik] [email] \\u0022 \\u005c \\u00e9\"}");
    }

    @Test
    void keepsNothingOfAnEventWithPersonalDataInItsIdentifiers() {
        DeadLetter letter =
                DeadLetter.fromJson(record(RejectCode.PERSONAL_DATA_IN_IDENTIFIER, "{\"case\":\"" + NIK + "\"}")
                        .value());

        assertThat(letter.code()).isEqualTo("personal-data-in-identifier");
        assertThat(letter.payload()).isNull();
    }

    @Test
    void givesTheSameRefusalTheSameKeyAtAnyTime() {
        byte[] event = "{\"a\":1}".getBytes(UTF_8);
        byte[] key =
                letters.record(rejected(RejectCode.UNKNOWN_UNIT), AT, event).key();

        assertThat(letters.record(rejected(RejectCode.UNKNOWN_UNIT), AT.plusSeconds(60), event)
                        .key())
                .isEqualTo(key);
        assertThat(letters.record(rejected(RejectCode.TIME_AHEAD), AT, event).key())
                .isNotEqualTo(key);
        assertThat(letters.record(rejected(RejectCode.UNKNOWN_UNIT), AT, "{\"a\":2}".getBytes(UTF_8))
                        .key())
                .isNotEqualTo(key);
    }

    @Test
    void tellsTheSenderNoPersonalData() {
        var seen = new Glimpse("antrean-" + NIK, null, null, null);
        var rejected = new Checked.Rejected(Rejection.of(RejectCode.UNKNOWN_UNIT, "/data/unit"), seen);

        assertThat(RefusedEvent.of(3, rejected))
                .isEqualTo(new RefusedEvent(
                        3, "antrean-[nik]", "unknown-unit", "/data/unit", RejectCode.UNKNOWN_UNIT.cure()));
    }

    private ProducerRecord<byte[], byte[]> record(RejectCode code, String event) {
        return letters.record(rejected(code), AT, event.getBytes(UTF_8));
    }

    private static Checked.Rejected rejected(RejectCode code) {
        return new Checked.Rejected(
                Rejection.of(code, "/data/unit"), new Glimpse("1", new UnitId("kel-melati"), "urn:loket", "type"));
    }
}
