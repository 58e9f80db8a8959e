package id.tepati.rules.standing;

import id.tepati.rules.statistics.WilsonInterval;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attainment of a promise over some days (capaian): how many were on time of those that came to a verdict, its
 * Wilson interval, and whether it reaches the target.
 *
 * @param onTime kept
 * @param late broken, those still open included
 */
public record Attainment(long onTime, long late) {
    /** Nothing came to a verdict. */
    public static final Attainment NONE = new Attainment(0, 0);

    /** Refuses counts below zero. */
    public Attainment {
        if (onTime < 0 || late < 0) {
            throw new IllegalArgumentException("fewer than none: on time " + onTime + ", late " + late);
        }
    }

    /** How many promises came to a verdict. */
    public long n() {
        return onTime + late;
    }

    /** Both together. */
    public Attainment plus(Attainment other) {
        return new Attainment(onTime + other.onTime, late + other.late);
    }

    /** The share that was on time, 0 to 1; empty where nothing came to a verdict. */
    public Optional<Double> share() {
        return n() == 0 ? Optional.empty() : Optional.of((double) onTime / n());
    }

    /** The 95 % interval of the share; empty where nothing came to a verdict. */
    public Optional<WilsonInterval.Interval> interval() {
        return n() == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(onTime, n()));
    }

    /**
     * Whether the share reaches a target, in whole numbers: a share of exactly the target does. Empty where nothing
     * came to a verdict or there is no target.
     */
    public Optional<Boolean> reaches(@Nullable BigDecimal target) {
        return n() == 0 || target == null
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(onTime).compareTo(target.multiply(BigDecimal.valueOf(n()))) >= 0);
    }
}
