package id.tepati.rules.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitStatusTest {
    /** Each promise is written as on time/late/target. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'', NO_DATA",
        "0/0/0.9, NO_DATA",
        "5/0/-, NO_TARGET",
        "9/1/0.9, KEPT",
        "9/1/0.9 0/0/0.9 0/5/-, KEPT",
        "6/1/0.9, AT_RISK",
        "6/2/0.9, NOT_KEPT",
        "6/1/0.9 9/1/0.9, AT_RISK",
        "6/1/0.9 6/2/0.9 9/1/0.9, NOT_KEPT",
        "27/3/0.9, KEPT",
        "26/3/0.9, NOT_KEPT",
    })
    void isThatOfTheWorstPromise(String promises, UnitStatus expected) {
        List<UnitStatus> parsed = Stream.of(promises.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> promise(text.split("/")))
                .toList();

        assertThat(UnitStatus.ofUnit(parsed, false, false)).contains(expected);
    }

    private static UnitStatus promise(String[] parts) {
        Attainment attainment = new Attainment(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        return UnitStatus.of(attainment, parts[2].equals("-") ? null : new BigDecimal(parts[2]));
    }

    @Test
    void isNoneWhereAUnitOnlyGathersThoseBelowIt() {
        assertThat(UnitStatus.ofUnit(List.of(), false, true)).isEmpty();
        assertThat(UnitStatus.ofUnit(List.of(), true, true)).contains(UnitStatus.NO_DATA);
        assertThat(UnitStatus.ofUnit(List.of(UnitStatus.KEPT), false, true)).contains(UnitStatus.KEPT);
    }

    @ParameterizedTest(name = "of {0} sources {1} are silent")
    @CsvSource({"0, 0, NOT_KEPT", "2, 1, NOT_KEPT", "2, 2, NO_DATA"})
    void isWithoutDataWhereAllSourcesAreSilent(long sources, long silent, UnitStatus expected) {
        assertThat(UnitStatus.NOT_KEPT.heardFrom(sources, silent)).isEqualTo(expected);
    }
}
