package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.Series;
import id.tepati.rules.UnitId;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one promise of a service of a unit stands. Those that are open are told apart: late, at risk, and the others.
 *
 * @param month over the days of {@link UnitStatus#DAYS}
 * @param week over those of {@link UnitStatus#WEEK}
 * @param target share to be kept; null where there is none
 */
public record PromiseCounts(
        UnitId unit,
        Series series,
        Attainment month,
        Attainment week,
        long openLate,
        long openAtRisk,
        long openOther,
        @Nullable BigDecimal target) {
    /** That of the month. */
    public UnitStatus status() {
        return UnitStatus.of(month, target);
    }

    /** Whether the month reaches the target; empty without verdict or target. */
    public Optional<Boolean> kept() {
        return month.reaches(target);
    }
}
