package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad records become dead letters, and the good ones around them count. */
final class RefusalTest {
    private static final Instant NINE = Bench.BEGIN;

    private final Bench bench = new Bench();
    private final Case izin = Case.izin("I-1");

    @AfterEach
    void close() {
        bench.close();
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
