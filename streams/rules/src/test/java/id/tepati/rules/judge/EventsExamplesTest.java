package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Received;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events count and when: voids, corrections, late and early stamps, files that are too long. */
class EventsExamplesTest {

    @ParameterizedTest(name = "{0} as of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # a decision taken back, by a void after it and by one stamped before it
            accepted 11-16 09:00; decided 11-17 09:00 id=d; event.voided 11-18 09:00 voids=d | 11-19 09:00 | OPEN | -
            event.voided 11-10 09:00 voids=d; accepted 11-16 09:00; decided 11-17 09:00 id=d | 11-19 09:00 | OPEN | -
            # a void holds from the moment we have it, whatever its own stamp
            accepted 11-16 09:00; decided 11-17 09:00 id=d; event.voided 11-25 09:00 voids=d | 11-19 09:00 | OPEN | -
            # a void cannot be voided
            accepted 11-16 09:00; decided 11-17 09:00 id=d; event.voided 11-17 10:00 id=v voids=d; event.voided 11-17 11:00 voids=v | 11-19 09:00 | OPEN | -
            # the late of a case whose decision was voided is late at its due
            accepted 11-16 09:00; decided 11-17 09:00 id=d; event.voided 11-25 09:00 voids=d | 11-26 09:00 | LATE | 11-20 00:00
            # a voided opening leaves the next one
            accepted 11-16 09:00 id=a; accepted 11-17 09:00; event.voided 11-17 09:00 voids=a; decided 11-20 09:00 | 11-26 09:00 | ON_TIME | 11-20 09:00
            # stamped later than now: no effect yet
            accepted 11-16 09:00; decided 11-17 09:10 | 11-17 09:00 | OPEN | -
            accepted 11-16 09:00; decided 11-17 09:10 | 11-17 09:10 | ON_TIME | 11-17 09:10
            # it arrives when the promise seemed broken
            decided 11-19 09:00; accepted 11-16 09:00 | 12-31 00:00 | ON_TIME | 11-19 09:00
            # a decision stamped before the opening counts at the opening and ends what begins there
            decided 11-15 09:00; accepted 11-16 09:00 | 12-31 00:00 | ON_TIME | 11-16 09:00
            # the larger sequence counts, as a number; without any the smaller hash, whatever came first
            accepted 11-16 09:00; decided 11-17 09:00 id=d seq=9; decided 11-18 09:00 id=d seq=10 | 12-31 00:00 | ON_TIME | 11-18 09:00
            accepted 11-16 09:00; decided 11-18 09:00 id=d seq=10; decided 11-17 09:00 id=d seq=9 | 12-31 00:00 | ON_TIME | 11-18 09:00
            accepted 11-16 09:00; decided 11-18 09:00 id=d seq=0; decided 11-17 09:00 id=d | 12-31 00:00 | ON_TIME | 11-18 09:00
            # told again with a larger sequence, the first version is the correction
            accepted 11-16 09:00; decided 11-17 09:00 id=d seq=1; decided 11-17 09:00 id=d seq=3; decided 11-18 09:00 id=d seq=2 | 12-31 00:00 | ON_TIME | 11-17 09:00
            """)
    void theEventsThatStandDecide(String events, String asOf, Outcome outcome, String at) {
        Scene scene = Scene.promising(ClockKind.COMPLETION, "3wd").events(events);

        Verdict verdict = scene.verdict(ClockKind.COMPLETION, asOf);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(scene.local(verdict.at())).isEqualTo(at);
    }

    @Test
    void anAnswerStampedBeforeTheComplaintIsAnAnswerAfterNoTime() {
        Scene scene = Scene.promising(ClockKind.FIRST_RESPONSE, "90m")
                .events("complaint.received 11-16 09:00; complaint.responded 11-16 08:59 final=false");

        Verdict verdict = scene.verdict(ClockKind.FIRST_RESPONSE, "11-30 00:00");

        assertThat(verdict.outcome()).isEqualTo(Outcome.ON_TIME);
        assertThat(Figures.duration(verdict).orElseThrow()).isZero();
    }

    @Test
    void withoutItsOpeningEventACaseIsIncompleteAndCountsNowhere() {
        Judgement judgement = Scene.promising(ClockKind.COMPLETION, "3wd")
                .events("decided 11-17 09:00")
                .asOf("11-30 00:00");

        assertThat(judgement.verdicts()).isEmpty();
        assertThat(judgement.course().isIncomplete()).isTrue();
    }

    @Test
    void ofTooManyEventsTheFirstFiveHundredCountInWhateverOrderTheyCame() {
        Scene scene = Scene.promising(ClockKind.COMPLETION, "90m").events("accepted 11-16 09:00");
        for (int i = 0; i < 510; i++) {
            scene.events("extended 11-16 09:%02d:%02d id=x%d".formatted(10 + i / 60, i % 60, i));
        }
        scene.events("decided 11-16 09:30");
        List<CaseEvent> shuffled = new ArrayList<>(scene.received());
        Collections.shuffle(shuffled, new Random(7));
        CaseFile other = Received.file(shuffled);

        assertThat(scene.file().events()).hasSize(CaseFile.MAX_EVENTS).isEqualTo(other.events());
        // the decision is the 512th event
        assertThat(scene.verdict(ClockKind.COMPLETION, "11-16 10:00").outcome()).isEqualTo(Outcome.OPEN);
    }
}
