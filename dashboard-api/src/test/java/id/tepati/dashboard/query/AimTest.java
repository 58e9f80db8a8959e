package id.tepati.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.query.Standings.Counts;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AimTest {
    private final Aim aim = new Aim();

    @Test
    void weighsEachTargetByItsVerdicts() {
        // 30 at 90 % and 10 at 50 % ask for 27 + 5 = 32 of 40
        aim.add(new Counts(22, 8), target("0.90"));
        aim.add(new Counts(10, 0), target("0.5"));

        assertThat(aim.target()).isEqualByComparingTo("0.8");
        assertThat(aim.isKept()).isTrue();
    }

    @Test
    void oneFewerIsTooFew() {
        aim.add(new Counts(21, 9), target("0.9"));
        aim.add(new Counts(10, 0), target("0.5"));

        assertThat(aim.isKept()).isFalse();
    }

    @Test
    void leavesOutServicesWithoutATarget() {
        aim.add(new Counts(9, 1), target("0.9"));
        aim.add(new Counts(0, 50), Optional.empty());

        assertThat(aim.target()).isEqualByComparingTo("0.9");
        assertThat(aim.isKept()).isTrue();
    }

    @Test
    void isKnownWithoutVerdictsWhereAllAimAtTheSame() {
        aim.add(Counts.NONE, target("0.9"));
        aim.add(Counts.NONE, target("0.900"));

        assertThat(aim.target()).isEqualByComparingTo("0.9");
        assertThat(aim.isKept()).isNull();
    }

    @Test
    void isUnknownWithoutVerdictsWhereTheyDiffer() {
        aim.add(Counts.NONE, target("0.9"));
        aim.add(Counts.NONE, target("0.8"));

        assertThat(aim.target()).isNull();
    }

    private static Optional<BigDecimal> target(String share) {
        return Optional.of(new BigDecimal(share));
    }
}
