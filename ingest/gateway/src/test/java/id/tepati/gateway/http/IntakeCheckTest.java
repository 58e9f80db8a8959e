package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Topics;
import id.tepati.gateway.reject.RefusedEvent;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntakeCheckTest {
    private static final int PARTITIONS = 3;
    private static final ImportBatch IMPORT = new ImportBatch("import-1", 2L);
    private static final Instant RECEIVED = Instant.parse("2026-03-02T03:00:00Z");

    /** After the events happened, and before they are received. */
    private static final Instant KNOWN_FROM = RECEIVED.minusSeconds(120);

    private static final Register KNOWN = new Register() {
        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return !at.isBefore(KNOWN_FROM) && !unit.value().equals("kel-mawar");
        }

        @Override
        public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
            return LocalDate.ofInstant(time, ZoneOffset.ofHours(7));
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return true;
        }
    };

    private static final SendingRight ANYONE = new SendingRight(KNOWN, null);

    private final IntakeCheck check = new IntakeCheck(GatewayTopics.STANDARD, PARTITIONS);

    @ParameterizedTest
    @CsvSource({
        "application.submitted, tepati.applications.v1",
        "complaint.received, tepati.complaints.v1",
        "ticket.issued, tepati.queue.v1"
    })
    void anEventGoesAsItCameToTheTopicOfItsKind(String type, String topic) {
        String event = Events.event("1", type, "kel-melati", "ktp-el", "K-1", Events.TIME);
        String sent = type.startsWith("ticket")
                ? event.replace("\"data\":{", "\"data\":{\"number\":\"A001\",\"serviceDay\":\"2026-03-02\",")
                : event;

        Intake intake = check(sent);

        assertThat(intake.answer()).isEqualTo(new Intake.Answer(1, 0, List.of()));
        assertThat(intake.records()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(topic);
            assertThat(text(record.key())).isEqualTo("kel-melati");
            assertThat(text(record.value())).isEqualTo(sent);
            assertThat(record.headers()).isEmpty();
        });
    }

    /** Partitions of murmur2 over three; a producer in another language puts them there too. */
    @ParameterizedTest
    @CsvSource({"disdukcapil, 0", "kel-melati, 1", "kel-tulip, 2"})
    void allEventsOfAUnitGoToItsPartition(String unit, int partition) {
        Intake intake = check(
                Events.submitted("1", unit, Events.TIME), Events.submitted("2", unit, "2026-03-01T08:00:00+07:00"));

        assertThat(intake.records()).extracting(ProducerRecord::partition).containsExactly(partition, partition);
    }

    @Test
    void anEventThatCameBeforeInTheRequestIsCountedButNotKeptAgain() {
        String event = Events.submitted("1");

        Intake intake = check(event, Events.submitted("2"), event.replace("\",\"", "\" , \""));

        assertThat(intake.answer()).isEqualTo(new Intake.Answer(2, 1, List.of()));
        assertThat(intake.records())
                .extracting(record -> text(record.value()))
                .containsExactly(event, Events.submitted("2"));
    }

    @Test
    void anEventThatSaysSomethingElseUnderTheSameIdIsLeftToThePipeline() {
        Intake intake = check(Events.submitted("1"), Events.submitted("1", "rsud", Events.TIME));

        assertThat(intake.answer()).isEqualTo(new Intake.Answer(2, 0, List.of()));
    }

    @Test
    void aRefusedEventIsNamedByItsPlaceAndKeptAsALetter() {
        String wrong = Events.submitted("2", "kel-mawar", Events.TIME);

        Intake intake = check(Events.submitted("1"), wrong, Events.submitted("3"));

        assertThat(intake.answer().accepted()).isEqualTo(2);
        assertThat(intake.answer().rejected())
                .containsExactly(
                        new RefusedEvent(1, "2", "unknown-unit", "/data/unit", RejectCode.UNKNOWN_UNIT.cure()));
        assertThat(intake.records())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.APPLICATIONS, Topics.DEAD_LETTERS, Topics.APPLICATIONS);
        DeadLetter letter = letter(intake.records().get(1));
        assertThat(letter.code()).isEqualTo("unknown-unit");
        assertThat(letter.at()).isEqualTo(RECEIVED);
        assertThat(letter.unit()).isEqualTo(new UnitId("kel-mawar"));
        assertThat(letter.payload()).isEqualTo(wrong);
    }

    @Test
    void aLetterHasTheSameKeyWhenTheRequestIsSentAgain() {
        byte[] first = check("{}").records().get(0).key();
        byte[] later = check.check(List.of(bytes("{}")), ANYONE, RECEIVED.plusSeconds(60), null)
                .records()
                .get(0)
                .key();

        assertThat(later).isEqualTo(first);
    }

    @Test
    void anImportIsNamedOnItsEventsOnly() {
        Intake intake = check.check(List.of(bytes(Events.submitted("1")), bytes("{}")), ANYONE, RECEIVED, IMPORT);

        assertThat(intake.records())
                .extracting(record -> ImportBatch.of(record.headers()))
                .containsExactly(Optional.of(IMPORT), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anEventLargerThanARecordIsRefusedUnread(int more) {
        String event = Events.submitted("1");
        String padded = event + " ".repeat(GatewayLimits.BYTES_AN_EVENT - event.length() + more);

        Intake intake = check(padded);

        if (more == 0) {
            assertThat(intake.answer()).isEqualTo(new Intake.Answer(1, 0, List.of()));
        } else {
            assertThat(intake.answer().rejected())
                    .containsExactly(new RefusedEvent(0, null, "text-too-long", "", "Keep one event below 900 KiB."));
            assertThat(letter(intake.records().get(0)).payload()).hasSizeLessThan(10_000);
        }
    }

    @Test
    void theRegisterIsAskedAsOfTheReception() {
        Intake intake = check.check(List.of(bytes(Events.submitted("1"))), ANYONE, KNOWN_FROM.minusMillis(1), null);

        assertThat(intake.answer().rejected()).extracting(RefusedEvent::code).containsExactly("unknown-unit");
    }

    @Test
    void aBodyWithoutEventsIsOneLetter() {
        Intake intake = check.broken(bytes("[1, 2"), "Close the list.", RECEIVED);

        assertThat(intake.answer().isMalformed()).isTrue();
        assertThat(intake.answer().status()).isEqualTo(422);
        assertThat(intake.answer().rejected())
                .containsExactly(new RefusedEvent(0, null, "malformed", "", "Close the list."));
        assertThat(intake.records()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.DEAD_LETTERS);
            assertThat(letter(record).payload()).isEqualTo("[1, 2");
        });
    }

    private Intake check(String... events) {
        return check.check(Stream.of(events).map(IntakeCheckTest::bytes).toList(), ANYONE, RECEIVED, null);
    }

    private static DeadLetter letter(ProducerRecord<byte[], byte[]> record) {
        DeadLetter letter = DeadLetter.fromJson(record.value());
        assertThat(text(record.key())).isEqualTo(letter.key().toString());
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
