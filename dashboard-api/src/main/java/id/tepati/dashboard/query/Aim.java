package id.tepati.dashboard.query;

import id.tepati.dashboard.query.Standings.Counts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What services that promise the same by different targets aim at together: each target weighs as many verdicts as it
 * was asked of. Services without a target are left out. Confined to one query.
 */
final class Aim {
    private final Set<BigDecimal> targets = new HashSet<>();
    private BigDecimal asked = BigDecimal.ZERO;
    private long onTime;
    private long n;

    void add(Counts counts, Optional<BigDecimal> target) {
        if (target.isPresent()) {
            targets.add(target.get().stripTrailingZeros());
            asked = asked.add(target.get().multiply(BigDecimal.valueOf(counts.n())));
            onTime += counts.onTime();
            n += counts.n();
        }
    }

    /** The share to be kept; null without any, and without a verdict that could weigh different ones. */
    @Nullable
    BigDecimal target() {
        if (targets.size() == 1) {
            return targets.iterator().next();
        }
        return n == 0 ? null : asked.divide(BigDecimal.valueOf(n), MathContext.DECIMAL64);
    }

    /** Whether as many are on time as asked for, in exact numbers; null without verdict or target. */
    @Nullable
    Boolean isKept() {
        return n == 0 ? null : BigDecimal.valueOf(onTime).compareTo(asked) >= 0;
    }
}
