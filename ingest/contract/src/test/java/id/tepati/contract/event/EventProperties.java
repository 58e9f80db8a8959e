package id.tepati.contract.event;

import static id.tepati.contract.event.Samples.accepted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.erdtman.jcs.JsonCanonicalizer;

final class EventProperties {
    private static final Instant LATEST = Samples.RECEIVED.plus(EventReader.AHEAD_AT_MOST);

    @Property(tries = 300)
    void canonicalFormIsThatOfRfc8785(@ForAll("objects") SortedMap<String, Object> object) throws IOException {
        byte[] json = new ObjectMapper().writeValueAsBytes(shuffled(object));

        assertThat(CanonicalJson.write(object)).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }

    @Property(tries = 300)
    void arbitraryBytesAreAnAnswer(@ForAll byte[] bytes) {
        assertThat(Samples.read(bytes)).isInstanceOf(Checked.Rejected.class);
        var headers =
                new RecordHeaders().add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", bytes);
        assertThat(new EventReader().readRecord(headers, bytes, Samples.REGISTER, Samples.RECEIVED))
                .isInstanceOf(Checked.Rejected.class);
    }

    /** A valid event with one byte changed is accepted or refused, and never thrown out. */
    @Property(tries = 500)
    void changedBytesAreAnAnswer(@ForAll("events") OutgoingEvent event, @ForAll Random random) {
        byte[] json = new EventWriter().write(event);
        json[random.nextInt(json.length)] = (byte) random.nextInt();

        Checked checked = Samples.read(json);

        if (checked instanceof Checked.Rejected rejected) {
            assertThat(rejected.rejection().cure()).endsWith(".");
        }
    }

    @Property(tries = 500)
    void whatIsWrittenReadsBack(@ForAll("events") OutgoingEvent event) {
        IncomingEvent incoming = accepted(Samples.read(event));

        assertThat(incoming.event().type()).isEqualTo(event.type());
        assertThat(incoming.event().time()).isEqualTo(event.time());
        assertThat(incoming.event().identity().id()).isEqualTo(Sha256.digest(event.id()));
        assertThat(incoming.event().sequence().value()).isEqualTo(event.sequence() == null ? "" : event.sequence());
        for (DataField field : EventTable.fields(event.type())) {
            if (field.field() == Field.SERVICE_DAY) {
                continue; // every ticket has one once it is read
            }
            Object sent = sent(field, event.data());
            assertThat(incoming.event().details().get(field.field()).isPresent())
                    .as(field.pointer())
                    .isEqualTo(sent != null);
        }
    }

    private static Object sent(DataField field, Map<String, ?> data) {
        Object holder = field.object() == null ? data : data.get(field.object());
        return holder == null ? null : ((Map<?, ?>) holder).get(field.member());
    }

    private static Map<String, Object> shuffled(SortedMap<String, Object> object) {
        List<String> names = new ArrayList<>(object.keySet());
        Collections.shuffle(names, new Random(object.size()));
        Map<String, Object> result = new LinkedHashMap<>();
        names.forEach(name -> result.put(name, object.get(name)));
        return result;
    }

    @Provide
    Arbitrary<SortedMap<String, Object>> objects() {
        Arbitrary<Object> texts = texts().map(text -> text);
        Arbitrary<Object> flat = Arbitraries.oneOf(
                texts,
                Arbitraries.integers().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag),
                texts().list().ofMaxSize(4).map(list -> list));
        Arbitrary<Object> inner = members(flat).map(object -> object);
        return members(Arbitraries.oneOf(flat, inner));
    }

    private static Arbitrary<SortedMap<String, Object>> members(Arbitrary<Object> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(6).map(TreeMap::new);
    }

    /** Text with controls, quotes, and characters beyond the basic plane, but without lone surrogates. */
    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "Z",
                        "\"",
                        "\\",
                        "/",
                        "\n",
                        "\u0001",
                        "\u007f",
                        "é",
                        "\u20ac",
                        "\ud83d\ude00",
                        "\ufb33",
                        " ")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<OutgoingEvent> events() {
        return Arbitraries.of(EventType.values()).flatMap(this::eventsOf);
    }

    private Arbitrary<OutgoingEvent> eventsOf(EventType type) {
        Instant earliest =
                type.family() == EventFamily.TICKET ? LATEST.minus(Duration.ofDays(300)) : EventTimeCheck.EARLIEST;
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(earliest.toEpochMilli() * 1_000, LATEST.toEpochMilli() * 1_000)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> sequences = Arbitraries.of("1", "02", "b-7").injectNull(0.5);
        return Combinators.combine(times, names, sequences, data(type))
                .as((time, name, sequence, data) -> new OutgoingEvent(
                        type,
                        name,
                        "urn:" + name,
                        time,
                        sequence,
                        Samples.event(type, data).data()));
    }

    private static Arbitrary<Map<String, Object>> data(EventType type) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        boolean oneOfTwo = !EventTable.exactlyOneOf(type).isEmpty();
        for (DataField field : EventTable.fields(type)) {
            if (oneOfTwo && field.field().wireName().equals("until")) {
                continue;
            }
            Arbitrary<Object> value =
                    field.need() == DataField.Need.OPTIONAL ? values(field).injectNull(0.4) : values(field);
            all = Combinators.combine(all, value).as((data, one) -> with(data, field, one));
        }
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> data, DataField field, Object value) {
        Map<String, Object> result = new LinkedHashMap<>(data);
        if (field.object() == null) {
            result.put(field.member(), value);
        } else {
            Map<String, Object> inner = new LinkedHashMap<>();
            ((Map<?, ?>) result.getOrDefault(field.object(), Map.of()))
                    .forEach((name, one) -> inner.put((String) name, one));
            inner.put(field.member(), value);
            result.put(field.object(), inner);
        }
        return result;
    }

    private static Arbitrary<Object> values(DataField field) {
        return switch (field.kind()) {
            case MOMENT -> Arbitraries.of("2026-01-26", "2026-01-26T10:00:00+07:00", "2099-12-31T23:59:59Z");
            case TIME -> Arbitraries.of("2026-01-26T10:00:00+07:00", "2000-01-01T00:00:00Z");
            case DATE -> Arbitraries.of("2026-01-26", "2025-06-01");
            case UNIT -> Arbitraries.of("dinas-pu", "0");
            case SERVICE -> Arbitraries.of(Samples.SERVICE.value());
            case ID -> Arbitraries.of("poli", "0");
            case LABEL -> Arbitraries.of("A012", "Loket 3");
            case ID_TEXT -> Arbitraries.of("A-017", "Berkas № 7", "😀");
            case CODE -> Arbitraries.of("a", "lain-lain");
            case CODES -> Arbitraries.of("kk", List.of("kk", "ktp"));
            case CHOICE -> Arbitraries.of(field.choices().toArray());
            case FLAG -> Arbitraries.of(true, false);
            case AMOUNT -> Arbitraries.of(1, 3.0, 1_000_000);
            case EVENT_NAME -> Arbitraries.of("urn:loket", "e-1");
        };
    }
}
