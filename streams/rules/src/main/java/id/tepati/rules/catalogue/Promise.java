package id.tepati.rules.catalogue;

import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One promise of a standard: how much time a clock gets, and the target, the share of cases that is to be on time.
 *
 * @param clock what it limits
 * @param stage of the visit, for clocks that have stages; else {@link Stage#MAIN}
 * @param within how much time it gives
 * @param target share of cases that the unit aims to keep, above 0 up to 1; null where none was set
 */
public record Promise(
        ClockKind clock,
        Stage stage,
        Within within,
        @Nullable BigDecimal target) {
    /** Refuses a target outside (0, 1], and a stage of a clock that has none. */
    public Promise {
        if (!clock.isStaged() && !stage.equals(Stage.MAIN)) {
            throw new IllegalArgumentException("the clock " + clock.id() + " has no stages: " + stage);
        }
        if (target != null && (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("a target is a share above 0 up to 1: " + target);
        }
    }

    /** A promise for a clock without stages, or for its stage {@link Stage#MAIN}. */
    public Promise(ClockKind clock, Within within, @Nullable BigDecimal target) {
        this(clock, Stage.MAIN, within, target);
    }

    /** Its name within the service. */
    public PromiseName name() {
        return PromiseName.of(clock, stage);
    }
}
