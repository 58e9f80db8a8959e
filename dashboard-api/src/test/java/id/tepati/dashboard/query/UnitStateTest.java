package id.tepati.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.query.Standings.Counts;
import id.tepati.dashboard.query.Standings.OfPromise;
import id.tepati.rules.UnitId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitStateTest {
    /** Each promise is written as on time/late/kept, where {@code -} is neither kept nor not. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'', NO_DATA",
        "0/0/-, NO_DATA",
        "5/0/-, NO_DATA",
        "9/1/true, KEPT",
        "9/1/true 0/0/-, KEPT",
        "6/1/false, AT_RISK",
        "6/2/false, NOT_KEPT",
        "6/1/false 9/1/true, AT_RISK",
        "6/1/false 6/2/false 9/1/true, NOT_KEPT",
    })
    void isThatOfTheWorstPromise(String promises, UnitState expected) {
        List<OfPromise> parsed = Stream.of(promises.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> promise(text.split("/")))
                .toList();

        assertThat(UnitState.of(parsed)).isEqualTo(expected);
    }

    private static OfPromise promise(String[] parts) {
        Counts month = new Counts(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        Boolean kept = parts[2].equals("-") ? null : Boolean.valueOf(parts[2]);
        return new OfPromise(new UnitId("u"), "completion", month, month, 0, 0, 0, null, kept);
    }
}
