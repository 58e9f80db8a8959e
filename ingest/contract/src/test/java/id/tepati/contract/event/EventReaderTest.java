package id.tepati.contract.event;

import static id.tepati.contract.event.Samples.RECEIVED;
import static id.tepati.contract.event.Samples.accepted;
import static id.tepati.contract.event.Samples.event;
import static id.tepati.contract.event.Samples.read;
import static id.tepati.contract.event.Samples.rejected;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.CaseId;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.PromisedAt;
import id.tepati.rules.event.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventReaderTest {
    private static final String SUBMITTED = """
            {"specversion":"1.0","id":"e-1","source":"urn:loket","type":"id.tepati.application.submitted.v1",
             "time":"2026-01-12T09:30:00.1234567+07:00","sequence":7,
             "data":{"unit":"kel-melati","service":"ktp-el","case":"KTP/2026/0042","ticket":"A-017","colour":"blue",
                     "promisedAt":"2026-01-15T12:00:00+07:00"}}""";

    @Test
    void readsAnEventIntoTheDomain() {
        IncomingEvent incoming = accepted(read(SUBMITTED.getBytes(UTF_8)));

        assertThat(incoming.unit()).isEqualTo(Samples.UNIT);
        assertThat(incoming.caseId()).isEqualTo(new CaseId("KTP/2026/0042"));
        assertThat(incoming.event().type()).isEqualTo(EventType.APPLICATION_SUBMITTED);
        assertThat(incoming.event().time()).isEqualTo(Instant.parse("2026-01-12T02:30:00.123456Z"));
        assertThat(incoming.event().sequence()).isEqualTo(new Sequence("7"));
        assertThat(incoming.event().service()).isEqualTo(Samples.SERVICE);
        // printf 'e-1' | sha256sum
        Digest id = Digest.parse("b94f523196aaacd8bdb9ef0d8cf2e1d8");
        assertThat(incoming.event().identity()).isEqualTo(new EventIdentity("urn:loket", id));
        assertThat(incoming.event().details().values())
                .isEqualTo(Map.of(Field.TICKET, "A-017", Field.PROMISED_AT, "2026-01-15T05:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # 02:30 UTC is 09:30 of the same day in Jakarta, 20:00 UTC is the next day
            issued    | "number":"A012"                             | 2026-01-12T02:30:00Z | A012-2026-01-12   | 2026-01-12
            issued    | "number":"A012","lane":"kir"                | 2026-01-11T20:00:00Z | kir-A012-2026-01-12 | 2026-01-12
            called    | "number":"A012","serviceDay":"2026-01-11"   | 2026-01-12T02:30:00Z | A012-2026-01-11   | 2026-01-11
            issued    | "number":"A012","case":"KTP/1"              | 2026-01-12T02:30:00Z | KTP/1             | 2026-01-12
            served    | "case":"KTP/1"                              | 2026-01-12T02:30:00Z | KTP/1             | 2026-01-12
            # a booking belongs to the day of its appointment
            booked    | "number":"B1","appointment":"2026-01-20T09:00:00+07:00" | 2026-01-12T02:30:00Z | B1-2026-01-20 | 2026-01-20
            """)
    void namesATicketByItsNumberOfTheServiceDay(
            String type, String data, String time, String caseId, String serviceDay) {
        String event = """
                {"specversion":"1.0","id":"e-1","source":"urn:kiosk","type":"id.tepati.ticket.%s.v1","time":"%s",
                 "data":{"unit":"kel-melati","service":"ktp-el",%s}}""".formatted(type, time, data);

        IncomingEvent incoming = accepted(read(event.getBytes(UTF_8)));

        assertThat(incoming.caseId()).isEqualTo(new CaseId(caseId));
        assertThat(incoming.event().serviceDay()).contains(LocalDate.parse(serviceDay));
    }

    @Test
    void hashesTheCanonicalContent() {
        IncomingEvent incoming = accepted(read(SUBMITTED.getBytes(UTF_8)));

        String canonical = "{\"data\":{\"case\":\"KTP/2026/0042\",\"promisedAt\":\"2026-01-15T05:00:00Z\","
                + "\"service\":\"ktp-el\",\"ticket\":\"A-017\",\"unit\":\"kel-melati\"},"
                + "\"time\":\"2026-01-12T02:30:00.123456Z\",\"type\":\"id.tepati.application.submitted.v1\"}";
        assertThat(incoming.event().content()).isEqualTo(Sha256.digest(canonical));
    }

    @Test
    void givesTheSameContentForAnotherSpelling() {
        Digest content = content("2026-01-12T09:30:00+07:00", "\"kk\"");

        assertThat(content("2026-01-12T02:30:00Z", "[\"kk\"]")).isEqualTo(content);
        assertThat(content("2026-01-12T11:30:00.000+09:00", "[\"kk\",\"kk\"]")).isEqualTo(content);
        assertThat(content("2026-01-12T09:30:01+07:00", "\"kk\"")).isNotEqualTo(content);
        assertThat(content("2026-01-12T09:30:00+07:00", "\"ktp\"")).isNotEqualTo(content);
    }

    private static Digest content(String time, String missing) {
        String json = """
                {"specversion":"1.0","id":"e-1","source":"urn:loket","type":"id.tepati.application.returned.v1",
                 "time":"%s","data":{"unit":"kel-melati","service":"ktp-el","case":"1","missing":%s}}""".formatted(time, missing);
        return accepted(read(json.getBytes(UTF_8))).event().content();
    }

    @Test
    void sortsAndJoinsCodes() {
        Checked checked = read(event(EventType.APPLICATION_RETURNED, Map.of("missing", List.of("pbb", "kk", "pbb"))));

        assertThat(accepted(checked).event().details().get(Field.MISSING)).contains("kk,pbb");
    }

    @Test
    void readsAPromiseForADay() {
        Checked checked = read(event(EventType.COMPLAINT_RECEIVED, Map.of("promisedAt", "2026-01-26")));

        assertThat(accepted(checked).event().details().promisedAt())
                .contains(new PromisedAt.EndOfDay(LocalDate.of(2026, 1, 26)));
    }

    @Test
    void readsAnExtension() {
        Map<String, ?> data = Map.of("extra", Map.of("amount", 3, "unit", "working-days"), "reason", "ukur-ulang");

        var details = accepted(read(event(EventType.APPLICATION_EXTENDED, data)))
                .event()
                .details();

        assertThat(details.values())
                .isEqualTo(
                        Map.of(Field.EXTRA_AMOUNT, "3", Field.EXTRA_UNIT, "working-days", Field.REASON, "ukur-ulang"));
    }

    @Test
    void knowsAVoidedEventByItsDigest() {
        Map<String, ?> data = Map.of("voids", Map.of("source", "urn:loket", "id", "e-1"), "reason", "salah-entri");

        IncomingEvent incoming = accepted(read(event(EventType.EVENT_VOIDED, data)));

        assertThat(incoming.event().voids()).contains(new EventIdentity("urn:loket", Sha256.digest("e-1")));
        assertThat(incoming.event().service()).isNull();
    }

    @Test
    void readsAHeartbeatWithoutACase() {
        IncomingEvent incoming = accepted(read(event(EventType.SOURCE_HEARTBEAT, Map.of())));

        assertThat(incoming.caseId()).isNull();
        assertThat(incoming.event().service()).isNull();
    }

    @Test
    void saysThatALocalTimeLacksItsOffset() {
        String json = SUBMITTED.replace("09:30:00.1234567+07:00", "09:30:00");

        assertThat(rejected(read(json.getBytes(UTF_8))).cure()).contains("local time without an offset", "+07:00");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    PT15M,         accepted
                    PT15M0.000001S,Correct the clock
                    PT6H59M,       offset +07:00
                    PT7H,          offset +07:00
                    PT7H15M,       offset +07:00
                    PT7H16M,       Correct the clock
                    PT7H44M,       Correct the clock
                    PT7H58M,       offset +08:00
                    PT9H,          offset +09:00
                    PT10H,         Correct the clock
                    PT24H,         Correct the clock
                    """)
    void refusesTimesAheadAndGuessesWhy(Duration ahead, String answer) {
        Checked checked = read(event(EventType.APPLICATION_WITHDRAWN, RECEIVED.plus(ahead), Map.of()));

        if (answer.equals("accepted")) {
            assertThat(checked).isInstanceOf(Checked.Accepted.class);
        } else {
            assertThat(rejected(checked).code()).isEqualTo(RejectCode.TIME_AHEAD);
            assertThat(rejected(checked).cure()).contains(answer);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0026-01-12T02:30:00Z,             2026-01-13T02:00:00Z,        /time
                    1999-12-31T23:59:59.999999Z,      2026-01-13T02:00:00Z,        /time
                    2000-01-01T06:59:59.999999+07:00, 2026-01-13T02:00:00Z,        /time
                    2026-01-12T02:30:00Z,             0026-01-13T02:00:00Z,        /data/appointment
                    2026-01-12T02:30:00Z,             1999-12-31T23:59:59.999999Z, /data/appointment
                    2000-01-01T00:00:00Z,             2000-01-01T00:00:00Z,
                    """)
    void refusesTimesOfAMistypedYear(String time, String appointment, @Nullable String pointer) {
        String event = """
                {"specversion":"1.0","id":"e-1","source":"urn:kiosk","type":"id.tepati.ticket.booked.v1","time":"%s",
                 "data":{"unit":"kel-melati","service":"ktp-el","number":"A012","appointment":"%s"}}""".formatted(time, appointment);

        Checked checked = read(event.getBytes(UTF_8));

        if (pointer == null) {
            assertThat(checked).isInstanceOf(Checked.Accepted.class);
        } else {
            assertThat(rejected(checked).code()).isEqualTo(RejectCode.TIME_TOO_EARLY);
            assertThat(rejected(checked).pointer()).isEqualTo(pointer);
        }
    }

    /** In Jakarta it is 12 January 2026. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    ticket.called,        serviceDay,  0001-01-01,                time-too-early
                    ticket.called,        serviceDay,  1999-12-31,                time-too-early
                    ticket.called,        serviceDay,  2025-01-10,                invalid-value
                    ticket.called,        serviceDay,  2025-01-11,                -
                    ticket.called,        serviceDay,  2027-01-13,                -
                    ticket.called,        serviceDay,  2027-01-14,                invalid-value
                    ticket.called,        serviceDay,  9999-12-31,                invalid-value
                    ticket.booked,        appointment, 2027-01-13T02:30:00Z,      -
                    ticket.booked,        appointment, 2027-01-13T02:30:00.001Z,  invalid-value
                    ticket.booked,        appointment, 9999-12-31T23:59:59-10:00, invalid-value
                    application.accepted, promisedAt,  0000-01-01T00:00:00+07:00, time-too-early
                    application.accepted, promisedAt,  1999-12-31,                time-too-early
                    application.accepted, promisedAt,  2000-01-01,                -
                    application.accepted, promisedAt,  2126-01-12,                -
                    application.accepted, promisedAt,  2126-01-13,                invalid-value
                    complaint.received,   promisedAt,  9999-12-31T23:59:59-10:00, invalid-value
                    application.extended, until,       1999-12-31T23:59:59Z,      time-too-early
                    application.extended, until,       2126-01-12T23:59:59Z,      -
                    application.extended, until,       2126-01-13T00:00:00Z,      invalid-value
                    """)
    void refusesDaysAndLimitsOfAMistypedYear(String type, String field, String value, @Nullable String code) {
        EventType of = EventType.ofWireName("id.tepati." + type + ".v1").orElseThrow();

        Checked checked = read(event(of, Map.of(field, value, "reason", "ukur-ulang")));

        if (code == null) {
            assertThat(checked).isInstanceOf(Checked.Accepted.class);
        } else {
            assertThat(rejected(checked).code().wireName()).isEqualTo(code);
            assertThat(rejected(checked).pointer()).isEqualTo("/data/" + field);
        }
    }

    @Test
    void asksTheRegisterAsOfTheReception() {
        byte[] json = new EventWriter()
                .write(event(EventType.SOURCE_HEARTBEAT, Instant.parse("2024-12-31T00:00:00Z"), Map.of()));

        Checked early = new EventReader().read(json, Samples.REGISTER, Instant.parse("2024-12-31T23:59:59Z"));
        Checked late = new EventReader().read(json, Samples.REGISTER, Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(rejected(early).code()).isEqualTo(RejectCode.UNKNOWN_UNIT);
        assertThat(late).isInstanceOf(Checked.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id":"1","id":"2"}
                    {"data":{"unit":"a","unit":"b"}}
                    {"id":"1"} {"id":"2"}
                    {"id":"1"
                    [1]
                    "text"
                    null
                    {"id":NaN}
                    {'id':'1'}
                    {"a":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}
                    """)
    void refusesWhatIsNoJsonObject(String json) {
        assertThat(rejected(read(json.getBytes(UTF_8))).code()).isEqualTo(RejectCode.MALFORMED);
    }

    @Test
    void refusesOtherEncodings() {
        String json = SUBMITTED.replace("KTP/2026/0042", "Jalan Café");

        assertThat(read(json.getBytes(UTF_8))).isInstanceOf(Checked.Accepted.class);
        assertThat(rejected(read(json.getBytes(ISO_8859_1))).cure()).contains("UTF-8");
        assertThat(rejected(read(json.getBytes(UTF_16))).cure()).contains("UTF-8");
        assertThat(rejected(read(new byte[0])).code()).isEqualTo(RejectCode.MALFORMED);
        assertThat(rejected(read(SUBMITTED.replace("A-017", "\\ud800").getBytes(UTF_8)))
                        .pointer())
                .isEqualTo("/data/ticket");
    }

    @Test
    void boundsTheWholeAndEveryText() {
        String long8k = "é".repeat(4096);

        assertThat(read(event(EventType.APPLICATION_WITHDRAWN, Map.of("note", long8k))))
                .isInstanceOf(Checked.Accepted.class);
        Rejection tooLong = rejected(read(event(
                EventType.APPLICATION_WITHDRAWN, Map.of("081234567890/", List.of("a", Map.of("b", long8k + "x"))))));
        assertThat(tooLong.code()).isEqualTo(RejectCode.TEXT_TOO_LONG);
        assertThat(tooLong.pointer()).isEqualTo("/data/[phone]~1/1/b");
        assertThat(rejected(read(new byte[1024 * 1024 + 1])).code()).isEqualTo(RejectCode.TEXT_TOO_LONG);
    }

    @Test
    void tellsTheSenderWhichEventItWas() {
        OutgoingEvent event = event(EventType.APPLICATION_DECIDED, Map.of("outcome", "081234567890"));

        RefusedEventDetails seen = ((Checked.Rejected) read(event)).seen();

        assertThat(seen)
                .isEqualTo(new RefusedEventDetails(
                        "e-1", Samples.UNIT, "urn:loket:kel-melati", "id.tepati.application.decided.v1"));
    }

    @Test
    void keepsPersonalDataOutOfTheGlimpse() {
        OutgoingEvent event = event(EventType.APPLICATION_WITHDRAWN, Map.of("unit", "u.3174011203990001"));

        assertThat(((Checked.Rejected) read(event)).seen().unit()).isNull();
    }
}
