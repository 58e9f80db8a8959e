package id.tepati.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.query.CitySample.Counts;
import id.tepati.dashboard.query.CitySample.OfPromise;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.rules.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
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
        List<OfPromise> parsed = Stream.of(promises.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> promise(text.split("/")))
                .toList();

        assertThat(CitySample.worst(parsed)).isEqualTo(expected);
    }

    private static OfPromise promise(String[] parts) {
        Counts month = new Counts(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        BigDecimal target = parts[2].equals("-") ? null : new BigDecimal(parts[2]);
        Series series = new Series("ktp-el", "completion");
        return new OfPromise(new UnitId("u"), series, month, month, 0, 0, 0, target);
    }
}
