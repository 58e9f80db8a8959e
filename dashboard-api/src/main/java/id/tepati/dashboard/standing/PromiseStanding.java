package id.tepati.dashboard.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import id.tepati.rules.statistics.WilsonInterval.Interval;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How one promise of one service of a unit was kept over some days.
 *
 * @param n how many came to a verdict
 * @param fewVerdicts whether n is so small that the attainment changes easily
 * @param attainment onTime / n; null when n is 0
 * @param low lower bound of the attainment's 95 % interval (Wilson)
 * @param target share to be kept; null where none was set
 */
public record PromiseStanding(
        UnitStatus status,
        String service,
        String promise,
        long n,
        long onTime,
        boolean fewVerdicts,
        @JsonInclude(Include.ALWAYS) @Nullable Double attainment,
        @JsonInclude(Include.ALWAYS) @Nullable Double low,
        @JsonInclude(Include.ALWAYS) @Nullable Double high,
        @JsonInclude(Include.ALWAYS) @Nullable BigDecimal target) {
    /** The worse the later: by status, then by how far the target is missed, then by name. */
    static final Comparator<PromiseStanding> WORSE = Comparator.comparing(PromiseStanding::status)
            .thenComparing(PromiseStanding::shortfall)
            .thenComparing(PromiseStanding::n)
            .thenComparing(Comparator.comparing(PromiseStanding::service)
                    .thenComparing(PromiseStanding::promise)
                    .reversed());

    static PromiseStanding of(PromiseCounts counts) {
        Attainment attainment = counts.month();
        return new PromiseStanding(
                counts.status(),
                counts.series().service(),
                counts.series().promise(),
                attainment.n(),
                attainment.onTime(),
                UnitStatus.restsOnFew(attainment),
                attainment.share().orElse(null),
                attainment.interval().map(Interval::low).orElse(null),
                attainment.interval().map(Interval::high).orElse(null),
                counts.target());
    }

    private double shortfall() {
        return (target == null || attainment == null) ? 0 : target.doubleValue() - attainment;
    }
}
