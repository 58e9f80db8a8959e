package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.dashboard.standing.CaseKind;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.statistics.WilsonInterval.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of figures.
 *
 * @param service null for all
 * @param kind of the cases: ticket, application or complaint; absent where the clock is of a later version
 * @param day only where grouped by day
 * @param late broken, those still open included
 * @param lateOpen the part of {@code late} that is still open
 * @param unserved the service day ended while waiting, the promise not used up
 * @param n how many promises came to a verdict: onTime + late
 * @param fewVerdicts whether n is so small that the attainment changes easily
 * @param attainment onTime / n; null when n is 0
 * @param low lower bound of the attainment's 95 % interval (Wilson)
 * @param open clocks running now, whatever the period; left out where grouped by day
 * @param atRisk of those, the ones at risk now; left out where grouped by day
 * @param target share that all in this line aim to keep; null where they aim at different ones or none
 * @param kept whether the attainment reaches the target; null when n is 0 or there is no target
 * @param status how the promise stands by this line
 * @param state {@code sementara} while days in this line may change without being restated, then {@code final}
 * @param finalTo up to which day it is final already; only for one unit, and left out where grouped by day
 * @param revision how many restatements touch this line
 */
public record ComplianceRow(
        String unit,
        @JsonInclude(Include.ALWAYS) @Nullable String service,
        String clock,
        @Nullable String kind,
        String promise,
        @Nullable LocalDate day,
        long opened,
        long onTime,
        long late,
        long lateOpen,
        long cancelled,
        long unserved,
        long noPromise,
        long n,
        boolean fewVerdicts,
        @JsonInclude(Include.ALWAYS) @Nullable Double attainment,
        @JsonInclude(Include.ALWAYS) @Nullable Double low,
        @JsonInclude(Include.ALWAYS) @Nullable Double high,
        @Nullable Long open,
        @Nullable Long atRisk,
        Durations duration,
        Shares used,
        @JsonInclude(Include.ALWAYS) @Nullable BigDecimal target,
        @JsonInclude(Include.ALWAYS) @Nullable Boolean kept,
        UnitStatus status,
        String state,
        @Nullable LocalDate finalTo,
        long revision) {

    /** Seconds from start to stop, less pauses; quantiles by nearest rank, off by at most 1 %, the largest exact. */
    public record Durations(
            long n,
            @JsonInclude(Include.ALWAYS) @Nullable BigDecimal mean,
            @JsonInclude(Include.ALWAYS) @Nullable Long p50,
            @JsonInclude(Include.ALWAYS) @Nullable Long p90,
            @JsonInclude(Include.ALWAYS) @Nullable Long p95,
            @JsonInclude(Include.ALWAYS) @Nullable Long max) {
        static Durations of(Distribution seconds) {
            BigDecimal mean = seconds.count() == 0
                    ? null
                    : BigDecimal.valueOf(seconds.sum())
                            .divide(BigDecimal.valueOf(seconds.count()), 1, RoundingMode.HALF_UP);
            return new Durations(
                    seconds.count(),
                    mean,
                    orNull(seconds.quantile(0.5)),
                    orNull(seconds.quantile(0.9)),
                    orNull(seconds.quantile(0.95)),
                    orNull(seconds.max()));
        }
    }

    /** Shares of the promise that were used at the stop: 1 is the whole of it. */
    public record Shares(
            @JsonInclude(Include.ALWAYS) @Nullable BigDecimal p50,
            @JsonInclude(Include.ALWAYS) @Nullable BigDecimal p90) {
        private static final int DIGITS = 4;

        static Shares of(Distribution tenThousandths) {
            return new Shares(share(tenThousandths.quantile(0.5)), share(tenThousandths.quantile(0.9)));
        }

        private static @Nullable BigDecimal share(OptionalLong quantile) {
            return quantile.isPresent() ? BigDecimal.valueOf(quantile.getAsLong(), DIGITS) : null;
        }
    }

    static ComplianceRow of(
            RowKey key, Sum sum, @Nullable BigDecimal target, String state, @Nullable LocalDate finalTo) {
        Attainment attainment = new Attainment(sum.onTime(), sum.late());
        String clock = new PromiseName(key.promise()).clockId();
        boolean asOfNow = key.day() == null;
        return new ComplianceRow(
                key.unit(),
                key.service(),
                clock,
                CaseKind.ofClock(clock),
                key.promise(),
                key.day(),
                sum.opened(),
                sum.onTime(),
                sum.late(),
                sum.lateOpen(),
                sum.cancelled(),
                sum.unserved(),
                sum.noPromise(),
                attainment.n(),
                UnitStatus.restsOnFew(attainment),
                attainment.share().orElse(null),
                attainment.interval().map(Interval::low).orElse(null),
                attainment.interval().map(Interval::high).orElse(null),
                asOfNow ? sum.open() : null,
                asOfNow ? sum.atRisk() : null,
                Durations.of(sum.duration().distribution()),
                Shares.of(sum.used().distribution()),
                target,
                attainment.reaches(target).orElse(null),
                UnitStatus.of(attainment, target),
                state,
                finalTo,
                sum.revision());
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
