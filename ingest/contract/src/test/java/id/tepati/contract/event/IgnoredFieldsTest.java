package id.tepati.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.event.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class IgnoredFieldsTest {
    private static List<IgnoredField> ignored(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).ignored();
    }

    private static List<IgnoredField> ignored(EventType type, Map<String, ?> more) {
        return ignored(Samples.read(Samples.event(type, more)));
    }

    @Test
    void aMistypedFieldIsTold() {
        List<IgnoredField> ignored =
                ignored(EventType.APPLICATION_SUBMITTED, Map.of("promissedAt", "2026-01-19", "ticket", "A-1"));

        assertThat(ignored).extracting(IgnoredField::pointer).containsExactly("/data/promissedAt");
        assertThat(ignored.get(0).nearest()).contains("promisedAt");
    }

    @Test
    void aFieldOfAnotherTypeIsToldToo() {
        List<IgnoredField> ignored = ignored(EventType.APPLICATION_RESUBMITTED, Map.of("outcome", "granted"));

        assertThat(ignored).extracting(IgnoredField::pointer).containsExactly("/data/outcome");
        assertThat(ignored.get(0).nearest()).isEmpty();
    }

    @Test
    void objectsInTheDataAreLookedInto() {
        Map<String, ?> extra = Map.of("extra", Map.of("amount", 2, "unit", "hours", "unt", "x"), "reason", "banjir");

        assertThat(ignored(EventType.APPLICATION_EXTENDED, extra))
                .extracting(IgnoredField::pointer)
                .containsExactly("/data/extra/unt");
        assertThat(ignored(EventType.APPLICATION_SUBMITTED, Map.of("pemohon", Map.of("a", 1, "b", 2))))
                .extracting(IgnoredField::pointer)
                .containsExactly("/data/pemohon");
    }

    @Test
    void whatIsNullIsAsIfItWasNotThere() {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("chanel", null);

        assertThat(ignored(EventType.APPLICATION_SUBMITTED, more)).isEmpty();
    }

    @Test
    void namesHoldNoPersonalData() {
        List<IgnoredField> ignored =
                ignored(EventType.APPLICATION_SUBMITTED, Map.of("nik/3174054107850003", 1, "x".repeat(500), 2));

        assertThat(ignored)
                .extracting(IgnoredField::pointer)
                .containsExactlyInAnyOrder("/data/nik~1[nik]", "/data/" + "x".repeat(60));
    }

    @Test
    void ofOneEventNotMoreThanAHundredAreTold() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put("x" + i, i);
        }

        assertThat(ignored(EventType.APPLICATION_SUBMITTED, many)).hasSize(IgnoredFields.AT_MOST);
    }

    /** Extensions are allowed in the envelope, and {@code sequence} is the one that we read. */
    @ParameterizedTest
    @CsvSource({
        "sequense, true",
        "sequnce, true",
        "Sequence, true",
        "sequencetype, false",
        "traceparent, false",
        "subject, false",
        "dataschema, false"
    })
    void inTheEnvelopeOnlyAMistypedSequenceIsTold(String attribute, boolean told) {
        String json =
                new String(new EventWriter().write(Samples.event(EventType.APPLICATION_SUBMITTED, Map.of())), UTF_8);
        String more = "{\"" + attribute + "\":\"7\"," + json.substring(1);
        RecordHeaders headers = new RecordHeaders();
        headers.add("content-type", "application/json".getBytes(UTF_8));
        Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        "e-1",
                        "source",
                        "loket-1",
                        "type",
                        EventType.APPLICATION_SUBMITTED.wireName(),
                        "time",
                        "2026-01-12T02:30:00Z",
                        attribute,
                        "7")
                .forEach((name, value) -> headers.add("ce_" + name, value.getBytes(UTF_8)));
        byte[] data = "{\"unit\":\"kel-melati\",\"service\":\"ktp-el\",\"case\":\"42\"}".getBytes(UTF_8);
        Checked binary = new EventReader().readRecord(headers, data, Samples.REGISTER, Samples.RECEIVED);

        for (List<IgnoredField> ignored : List.of(ignored(Samples.read(more.getBytes(UTF_8))), ignored(binary))) {
            assertThat(ignored)
                    .extracting(IgnoredField::pointer)
                    .isEqualTo(told ? List.of("/" + attribute) : List.of());
        }
    }

    /** The examples of the schemas hold every field of their type. */
    @ParameterizedTest
    @EnumSource
    void noFieldOfTheContractIsTold(EventType type) {
        EventTable.fields(type).forEach(field -> {
            String object = field.object();
            assertThat(EventTable.members(type).get(object == null ? "" : object))
                    .contains(field.member());
        });
    }
}
