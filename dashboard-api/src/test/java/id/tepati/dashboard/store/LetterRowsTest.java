package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.DeadLetter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LetterRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    /** PostgreSQL has no text with U+0000. */
    @Test
    void findsALetterByWhateverItsSenderCalledItself() {
        DeadLetter letter = new DeadLetter(
                "d-1", "malformed", "/source", "Name it.", NOW, "gateway", null, "loket\u0000-1", null, "{}");
        TestModel held = new TestModel(NOW);
        held.changes().putDeadLetter(letter.key(), letter);

        LetterRows letters = held.model().letters();

        LetterRows.Filter same = new LetterRows.Filter(null, null, null, letter.source());
        assertThat(letters.page(same, null, 10)).containsExactly(letter);
        assertThat(letters.count(new LetterRows.Filter(null, null, null, "loket-1")))
                .isZero();
    }
}
