package id.tepati.gateway.reject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.output.DeadLetter;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayDeadLettersTest {
    private static final Instant AT = Instant.parse("2026-03-02T03:00:00Z");
    private static final String NIK = "3174054107850003";

    private final GatewayDeadLetters letters = new GatewayDeadLetters("letters");

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

    @ParameterizedTest
    @CsvSource({
        "unit, u.3174054107850003",
        "unit, hp-081234567890",
        "case, KTP/3174054107850003",
        "case, 6281234567890",
        "number, 3174054107850003",
        "number, 081234567890",
        "lane, wa 081234567890",
        "lane, 3174054107850003"
    })
    void keepsNothingOfAnEventWithPersonalDataInItsIdentifiers(String field, String text) {
        byte[] event = ticket(field, text);
        Checked checked = new EventReader().read(event, Register.ALL_KNOWN, AT);

        byte[] record = letters.record((Checked.Rejected) checked, AT, event).value();

        DeadLetter letter = DeadLetter.fromJson(record);
        assertThat(letter.code()).isEqualTo("personal-data-in-identifier");
        assertThat(letter.pointer()).isEqualTo("/data/" + field);
        assertThat(letter.source()).isEqualTo("urn:loket:1");
        assertThat(letter.payload()).isNull();
        assertThat(new String(record, UTF_8)).doesNotContain(NIK, "81234567890");
    }

    @Test
    void keepsNothingOfAnEventWithPersonalDataInItsSource() {
        byte[] event = new EventWriter()
                .write(new OutgoingEvent(
                        EventType.SOURCE_HEARTBEAT, "e-1", "urn:loket:" + NIK, AT, null, Map.of("unit", "kel-melati")));
        Checked checked = new EventReader().read(event, Register.ALL_KNOWN, AT);

        DeadLetter letter = DeadLetter.fromJson(
                letters.record((Checked.Rejected) checked, AT, event).value());

        assertThat(letter.code()).isEqualTo("personal-data-in-identifier");
        assertThat(letter.pointer()).isEqualTo("/source");
        assertThat(letter.source()).isEqualTo("urn:loket:[nik]");
        assertThat(letter.payload()).isNull();
    }

    private static byte[] ticket(String field, String text) {
        Map<String, Object> data = new HashMap<>(
                Map.of("unit", "kel-melati", "service", "ktp-el", "case", "KTP/1", "number", "A012", "lane", "A"));
        data.put(field, text);
        return new EventWriter()
                .write(new OutgoingEvent(EventType.TICKET_ISSUED, "e-1", "urn:loket:1", AT, null, data));
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
        var seen = new RefusedEventDetails("antrean-" + NIK, null, null, null);
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
                Rejection.of(code, "/data/unit"),
                new RefusedEventDetails("1", new UnitId("kel-melati"), "urn:loket", "type"));
    }
}
