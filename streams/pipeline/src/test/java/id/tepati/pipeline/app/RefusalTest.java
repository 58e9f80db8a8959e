package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad records become dead letters, and the good ones around them count. */
final class RefusalTest {
    private static final Instant NINE = Bench.BEGIN;

    private static final String NIK = "3174054107850003";

    private final Bench bench = new Bench();
    private final Case izin = Case.izin("I-1");

    @AfterEach
    void close() {
        bench.close();
    }

    /** As a replay does it: the same record once more, when its time is no longer ahead. */
    @Test
    void whatIsSentAgainAfterTheCureCountsOnceHoweverOften() {
        Instant ahead = NINE.plusSeconds(3600);
        byte[] event = izin.accepted("e1", ahead);
        bench.application(NINE, event);
        assertThat(bench.deadLetters()).extracting(DeadLetter::code).containsExactly("time-ahead");

        bench.application(ahead, event).application(ahead.plusSeconds(1), event).asOf(ahead.plusSeconds(2));

        assertThat(bench.source().counted()).isEqualTo(1);
        assertThat(bench.source().duplicate()).isEqualTo(1);
        assertThat(bench.source().received() - bench.source().dead()).isEqualTo(2);
        assertThat(bench.caseRow("I-1").events()).hasSize(1);
        assertThat(bench.deadLetters())
                .as("which the gateway takes off the list, not the pipeline")
                .hasSize(1);
    }

    @Test
    void bytesThatAreNoEvent() {
        bench.application(NINE, "{\"specversion\":".getBytes(StandardCharsets.UTF_8));
        bench.application(NINE, new byte[] {(byte) 0xff, 0, 17});

        assertThat(bench.deadLetters()).extracting(DeadLetter::code).containsExactly("malformed", "malformed");
        assertGoodOnesCount();
    }

    @Test
    void aRecordWithoutValue() {
        bench.application(NINE, null);

        assertThat(bench.deadLetters()).extracting(DeadLetter::code).containsExactly("malformed");
        assertGoodOnesCount();
    }

    @Test
    void aUnitThatWasNeverPublished() {
        Case stranger = new Case("dinas-anggrek", City.IZIN, "I-1");
        bench.send(Topics.APPLICATIONS, "dinas-anggrek", NINE, stranger.accepted("e1", NINE));

        DeadLetter letter = bench.deadLetters().get(0);
        assertThat(letter.code()).isEqualTo("unknown-unit");
        assertThat(letter.pointer()).isEqualTo("/data/unit");
        assertThat(letter.where()).isEqualTo("tepati.applications.v1/0/0");
        assertThat(letter.at()).isEqualTo(NINE);
        assertGoodOnesCount();
    }

    @Test
    void aServiceThatWasNeverPublishedAndItsSourceIsCharged() {
        bench.application(NINE, new Case(City.DINAS, "ktp-el", "I-1").accepted("e1", NINE))
                .asOf(NINE.plusSeconds(1));

        assertThat(bench.deadLetters()).extracting(DeadLetter::code).containsExactly("unknown-service");
        assertThat(bench.source().received()).isEqualTo(1);
        assertThat(bench.source().dead()).isEqualTo(1);
        assertThat(bench.source().counted()).isZero();
        assertThat(bench.source().lastEvent()).isNull();
    }

    @Test
    void aTimeADayAhead() {
        bench.application(NINE, izin.accepted("e1", NINE.plus(Duration.ofDays(1))));
        bench.application(
                NINE, izin.accepted("e2", NINE.plus(Duration.ofMinutes(15)).plusMillis(1)));

        assertThat(bench.deadLetters()).extracting(DeadLetter::code).containsExactly("time-ahead", "time-ahead");
        assertGoodOnesCount();
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
    void nothingIsKeptOfAnEventWithPersonalDataInItsIdentifiers(String field, String text) {
        Map<String, Object> data = new HashMap<>(
                Map.of("unit", City.DINAS, "service", City.KTP, "case", "KTP/1", "number", "A012", "lane", "A"));
        data.put(field, text);
        bench.send(Topics.QUEUE, City.DINAS, NINE, ticket("urn:loket:1", data)).asOf(NINE.plusSeconds(1));

        DeadLetter letter = bench.deadLetters().get(0);
        assertThat(letter.code()).isEqualTo("personal-data-in-identifier");
        assertThat(letter.pointer()).isEqualTo("/data/" + field);
        assertThat(letter.source()).isEqualTo("urn:loket:1");
        assertThat(letter.payload()).isNull();
        assertThat(List.of(Topics.CASES, Topics.TALLIES, Topics.SOURCES, Topics.DEAD_LETTERS))
                .extracting(topic -> bench.kept(topic).toString())
                .noneMatch(written -> written.contains(NIK) || written.contains("81234567890"));
    }

    @Test
    void aSourceWithPersonalDataIsRefusedAndInNoKey() {
        Map<String, Object> data = Map.of("unit", City.DINAS, "service", City.KTP, "case", "KTP/1", "number", "A012");
        bench.send(Topics.QUEUE, City.DINAS, NINE, ticket("urn:loket:" + NIK, data))
                .asOf(NINE.plusSeconds(1));

        assertThat(bench.deadLetters())
                .hasSize(1)
                .allMatch(letter -> letter.code().equals("personal-data-in-identifier"))
                .extracting(DeadLetter::source)
                .containsExactly("urn:loket:[nik]");
        assertThat(List.of(Topics.CASES, Topics.TALLIES, Topics.SOURCES, Topics.DEAD_LETTERS))
                .extracting(topic -> bench.kept(topic).toString())
                .noneMatch(written -> written.contains(NIK));
    }

    private static byte[] ticket(String source, Map<String, Object> data) {
        return new EventWriter().write(new OutgoingEvent(EventType.TICKET_ISSUED, "e-1", source, NINE, null, data));
    }

    @Test
    void whatIsRefusedTwiceHasTwoLettersAndAReplayHasTheSame() {
        bench.application(NINE, null).application(NINE, null);

        assertThat(bench.deadLetters())
                .extracting(letter -> letter.key().toString())
                .containsExactly("tepati.applications.v1-0-0", "tepati.applications.v1-0-1");
    }

    private void assertGoodOnesCount() {
        int refused = bench.deadLetters().size();

        bench.application(NINE, Case.izin("good").accepted("good", NINE));

        assertThat(bench.kept(Topics.CASES)).containsOnlyKeys(City.DINAS + "|good");
        assertThat(bench.deadLetters()).hasSize(refused);
    }
}
