package id.tepati.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.rules.judge.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireNameTest {
    @Test
    void isInSmallLettersWithHyphens() {
        assertThat(WireName.of(Outcome.LATE)).isEqualTo("late");
        assertThat(WireName.of(Outcome.AWAITING_CALENDAR)).isEqualTo("awaiting-calendar");
    }

    @Test
    void leadsBackToTheConstant() {
        assertThat(WireName.parse(Outcome.class, "no-promise")).isEqualTo(Outcome.NO_PROMISE);
        assertThatIllegalArgumentException().isThrownBy(() -> WireName.parse(Outcome.class, "never"));
    }

    @Test
    void findsOnlyTheConstantsThatItWasGiven() {
        assertThat(WireName.index(Outcome.ON_TIME, Outcome.LATE))
                .isEqualTo(Map.of("on-time", Outcome.ON_TIME, "late", Outcome.LATE));
    }
}
