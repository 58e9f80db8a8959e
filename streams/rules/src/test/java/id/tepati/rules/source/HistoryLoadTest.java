package id.tepati.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryLoadTest {
    private static final Instant LEARNED = Instant.parse("2026-11-23T03:00:00Z");

    @ParameterizedTest(name = "{0} of {1}, judged up to {2} ms after the last one: running {3}")
    @CsvSource({
        // more is to come, until nothing came for ten seconds
        "12400, 143428, 0, true",
        "12400, 143428, 9999, true",
        "12400, 143428, 10000, false",
        "143427, 143428, 9999, true",
        // whole, and at once over when it is judged
        "143428, 143428, -1, true",
        "143428, 143428, 0, false",
        "143429, 143428, 0, false",
        // nobody said how many
        "1, , 0, true",
        "1, , 9999, true",
        "1, , 10000, false",
        // a pipeline that is behind has not seen the end, however long ago that was by the time of day
        "12400, 143428, -60000, true",
        "1, , -60000, true",
    })
    void runsUntilAllIsJudgedOrNothingComesAnyMore(long records, Long of, long judgedAfterMillis, boolean running) {
        HistoryLoad load = new HistoryLoad(records, of, LEARNED);

        assertThat(load.isRunning(LEARNED.plusMillis(judgedAfterMillis))).isEqualTo(running);
    }

    @Test
    void runsWhileNothingIsKnownToBeJudged() {
        assertThat(new HistoryLoad(10, 10L, LEARNED).isRunning(null)).isTrue();
    }

    @Test
    void isTheSumOfItsPartsWithTheLatestOfTheirTimes() {
        HistoryLoad one = new HistoryLoad(3, 10L, LEARNED);
        HistoryLoad other = new HistoryLoad(4, 10L, LEARNED.plusSeconds(2));
        HistoryLoad untold = new HistoryLoad(1, null, LEARNED.minusSeconds(2));

        assertThat(one.plus(other)).isEqualTo(new HistoryLoad(7, 10L, LEARNED.plusSeconds(2)));
        assertThat(other.plus(one)).isEqualTo(one.plus(other));
        assertThat(one.plus(untold)).isEqualTo(new HistoryLoad(4, 10L, LEARNED));
    }

    @Test
    void beginsWithItsFirstRecord() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HistoryLoad(0, 10L, LEARNED));
    }
}
