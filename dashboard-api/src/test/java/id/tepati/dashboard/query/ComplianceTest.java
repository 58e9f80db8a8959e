package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.rules.UnitId;
import id.tepati.rules.judge.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ComplianceTest {
    private static final Page.Wanted ALL = new Page.Wanted(null, 1000);
    private static final Offset<Double> CLOSE = within(0.000_001);

    private final ModelFixture city = ModelFixture.city();

    @Test
    void addsUpASubtree() {
        ComplianceRow row = only(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT);

        assertThat(row.unit()).isEqualTo("kec-mawar");
        assertThat(row.service()).isNull();
        assertThat(row.promise()).isEqualTo("completion");
        assertThat(counts(row)).isEqualTo("opened 8, on time 2, late 2 (1 open), cancelled 1, no promise 1, n 4");
        assertThat(row.open()).isEqualTo(4);
        assertThat(row.atRisk()).isEqualTo(1);
    }

    @Test
    void leavesOutUnitsBelowUnlessAsked() {
        assertThat(answer(MAWAR, false, null, Period.ALWAYS, DateBasis.VERDICT, Group.NONE))
                .isEmpty();
        assertThat(counts(only(MELATI, false, "ktp-el", Period.ALWAYS, DateBasis.VERDICT)))
                .isEqualTo("opened 6, on time 1, late 2 (1 open), cancelled 1, no promise 0, n 3");
    }

    /** Wilson for 2 of 4: (0.5 + 0.480365) / 1.960729 +- 1.959964 * sqrt((0.25 + 0.240182) / 4) / 1.960365. */
    @Test
    void boundsTheAttainment() {
        ComplianceRow row = only(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT);

        assertThat(row.attainment()).isEqualTo(0.5);
        assertThat(row.low()).isCloseTo(0.150_039, CLOSE);
        assertThat(row.high()).isCloseTo(0.849_961, CLOSE);
    }

    @Test
    void saysNothingOfNothing() {
        Period before = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

        ComplianceRow row = only(MAWAR, true, "ktp-el", before, DateBasis.VERDICT);

        assertThat(counts(row)).isEqualTo("opened 0, on time 0, late 0 (0 open), cancelled 0, no promise 0, n 0");
        assertThat(row.attainment()).isNull();
        assertThat(row.low()).isNull();
        assertThat(row.high()).isNull();
        assertThat(row.kept()).isNull();
        assertThat(row.duration().mean()).isNull();
        assertThat(row.used().p50()).isNull();
        assertThat(row.open()).as("as of now, whatever the period").isEqualTo(3);
    }

    /** Stopped are A-1 after 25 h (1 of 2 days), A-2 after 72 h (3 of 2 days), B-1 after 2 h (0 days). */
    @Test
    void summarisesDurationsByNearestRank() {
        ComplianceRow row = only(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT);

        assertThat(row.duration().n()).isEqualTo(3);
        assertThat(row.duration().mean()).isEqualByComparingTo("118800");
        assertThat(row.duration().p50()).isCloseTo(90_000, within(900L));
        assertThat(row.duration().p90()).isCloseTo(259_200, within(2_592L));
        assertThat(row.duration().max()).isCloseTo(259_200, within(2_592L));
        assertThat(row.used().p50()).isCloseTo(new BigDecimal("0.5"), within(new BigDecimal("0.005")));
        assertThat(row.used().p90()).isCloseTo(new BigDecimal("1.5"), within(new BigDecimal("0.015")));
    }

    @Test
    void comparesWithTheTargetThatAllShare() {
        assertThat(only(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT).target())
                .as("the Kartu Keluarga has none")
                .isNull();
        ComplianceRow missed = only(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT);
        assertThat(missed.target()).isEqualByComparingTo("0.9");
        assertThat(missed.kept()).isFalse();
        assertThat(only(KENANGA, false, "ktp-el", Period.ALWAYS, DateBasis.VERDICT)
                        .kept())
                .isTrue();
    }

    @Test
    void datesByVerdictByReceiptOrByEnd() {
        Period monday = new Period(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16));
        Period tuesday = new Period(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 17));

        assertThat(counts(only(MAWAR, true, "ktp-el", monday, DateBasis.VERDICT)))
                .isEqualTo("opened 3, on time 0, late 0 (0 open), cancelled 0, no promise 0, n 0");
        assertThat(counts(only(MAWAR, true, "ktp-el", monday, DateBasis.RECEIVED)))
                .isEqualTo("opened 3, on time 1, late 1 (0 open), cancelled 1, no promise 0, n 2");
        assertThat(counts(only(MAWAR, true, "ktp-el", tuesday, DateBasis.FINISHED)))
                .isEqualTo("opened 3, on time 2, late 0 (0 open), cancelled 1, no promise 0, n 2");
    }

    @Test
    void saysWhenItIsComputedFromCases() {
        Scope scope = scope(MAWAR, true, null, Period.ALWAYS, DateBasis.RECEIVED);

        assertThat(Compliance.answer(city.model(), scope, Group.NONE, ALL, NOW).computedFrom())
                .isEqualTo("cases");
        assertThat(only(MAWAR, true, null, Period.ALWAYS, DateBasis.RECEIVED))
                .as("without a period all ways of dating agree")
                .isEqualTo(only(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT));
    }

    /** Friday settles on Monday at 12:00, and it is 10:00; Thursday settled on Friday. */
    @Test
    void isFinalOnceItsLastDayHasSettled() {
        LocalDate thursday = LocalDate.of(2026, 11, 19);

        assertThat(only(MAWAR, true, "ktp-el", new Period(null, thursday), DateBasis.VERDICT)
                        .state())
                .isEqualTo("final");
        assertThat(only(MAWAR, true, "ktp-el", new Period(null, thursday.plusDays(1)), DateBasis.VERDICT)
                        .state())
                .isEqualTo("sementara");
        assertThat(only(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT).state())
                .isEqualTo("sementara");
        assertThat(only(MAWAR, true, "ktp-el", new Period(null, LocalDate.MAX), DateBasis.VERDICT)
                        .state())
                .isEqualTo("sementara");
        assertThat(only(MAWAR, true, "ktp-el", new Period(null, thursday), DateBasis.RECEIVED)
                        .state())
                .as("a case received then may still come to its verdict")
                .isEqualTo("sementara");
    }

    /** Friday and the days after it have not settled. */
    @Test
    void aLineOfOneUnitSaysUpToWhichDayItIsFinal() {
        LocalDate thursday = LocalDate.of(2026, 11, 19);
        LocalDate tuesday = thursday.minusDays(2);

        assertThat(only(MELATI, false, "ktp-el", new Period(tuesday, thursday.plusDays(4)), DateBasis.VERDICT)
                        .finalTo())
                .isEqualTo(thursday);
        assertThat(only(MELATI, false, "ktp-el", Period.ALWAYS, DateBasis.VERDICT)
                        .finalTo())
                .isEqualTo(thursday);
        assertThat(only(MELATI, false, "ktp-el", new Period(null, tuesday), DateBasis.VERDICT)
                        .finalTo())
                .isEqualTo(tuesday);
        assertThat(only(MELATI, false, "ktp-el", new Period(thursday.plusDays(1), null), DateBasis.VERDICT)
                        .finalTo())
                .isNull();
        assertThat(only(MELATI, false, "ktp-el", Period.ALWAYS, DateBasis.RECEIVED)
                        .finalTo())
                .isNull();
    }

    @Test
    void nothingIsFinalBeforeEverythingIsJudged() {
        ModelFixture silent = new ModelFixture();
        silent.ktp(MELATI, "A-1", "2026-11-16T09:00").decided("2026-11-17T10:00");
        silent.publish();
        Period tuesday = new Period(null, LocalDate.of(2026, 11, 17));

        assertThat(Compliance.answer(
                                silent.model(),
                                scope(MELATI, false, null, tuesday, DateBasis.VERDICT),
                                Group.DAY,
                                ALL,
                                NOW)
                        .rows())
                .extracting(ComplianceRow::state)
                .containsOnly("sementara");
        silent.asOf(NOW);
        assertThat(Compliance.answer(
                                silent.model(),
                                scope(MELATI, false, null, tuesday, DateBasis.VERDICT),
                                Group.DAY,
                                ALL,
                                NOW)
                        .rows())
                .extracting(ComplianceRow::state)
                .containsOnly("final");
    }

    @Test
    void countsTheRestatementsThatTouchALine() {
        Period tuesday = new Period(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 17));

        assertThat(only(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT).revision())
                .isEqualTo(2);
        assertThat(only(MAWAR, true, "ktp-el", tuesday, DateBasis.VERDICT).revision())
                .isEqualTo(1);
        assertThat(only(KENANGA, false, "ktp-el", Period.ALWAYS, DateBasis.VERDICT)
                        .revision())
                .isZero();
        assertThat(only(MELATI, false, "kk", Period.ALWAYS, DateBasis.VERDICT).revision())
                .as("another service of the unit")
                .isZero();
        assertThat(answer(MELATI, false, "ktp-el", Period.ALWAYS, DateBasis.VERDICT, Group.DAY))
                .filteredOn(row -> row.revision() > 0)
                .extracting(ComplianceRow::day)
                .containsExactly(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 18));
    }

    @Test
    void groupsByDay() {
        assertThat(answer(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT, Group.DAY))
                .extracting(row -> row.day() + ": " + counts(row))
                .containsExactly(
                        "2026-11-16: opened 3, on time 0, late 0 (0 open), cancelled 0, no promise 0, n 0",
                        "2026-11-17: opened 1, on time 2, late 0 (0 open), cancelled 1, no promise 0, n 2",
                        "2026-11-18: opened 1, on time 0, late 1 (0 open), cancelled 0, no promise 0, n 1",
                        "2026-11-19: opened 1, on time 0, late 0 (0 open), cancelled 0, no promise 0, n 0",
                        "2026-11-20: opened 1, on time 0, late 1 (1 open), cancelled 0, no promise 0, n 1");
        assertThat(answer(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT, Group.DAY))
                .allMatch(row -> row.open() == null && row.atRisk() == null);
    }

    @Test
    void groupsByUnitAndByService() {
        assertThat(answer(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT, Group.UNIT))
                .extracting(row -> row.unit() + " " + row.service() + " " + row.n())
                .containsExactly("kel-kenanga null 1", "kel-melati null 3");
        assertThat(answer(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT, Group.SERVICE))
                .extracting(row -> row.unit() + " " + row.service() + " " + row.n())
                .containsExactly("kec-mawar kk 0", "kec-mawar ktp-el 4");
    }

    @Test
    void pagesThroughLines() {
        Scope scope = scope(MAWAR, true, "ktp-el", Period.ALWAYS, DateBasis.VERDICT);
        Compliance.Answer first = Compliance.answer(city.model(), scope, Group.DAY, new Page.Wanted(null, 3), NOW);
        String after = Cursor.key(first.next()).orElseThrow();
        Compliance.Answer second = Compliance.answer(city.model(), scope, Group.DAY, new Page.Wanted(after, 3), NOW);

        assertThat(first.rows()).extracting(row -> row.day().getDayOfMonth()).containsExactly(16, 17, 18);
        assertThat(second.rows()).extracting(row -> row.day().getDayOfMonth()).containsExactly(19, 20);
        assertThat(second.next()).isNull();
    }

    @Test
    void tellsHowOldItIs() {
        Compliance.Answer answer = Compliance.answer(
                city.model(), scope(MAWAR, true, null, Period.ALWAYS, DateBasis.VERDICT), Group.NONE, ALL, NOW);

        assertThat(answer.asOf()).isEqualTo(NOW.minusMillis(500));
        assertThat(answer.freshness()).isEqualTo(0.5);
        assertThat(Freshness.seconds(city.model(), NOW.minusSeconds(9)))
                .as("a clock behind the pipeline's")
                .isEqualTo(0.0);
        assertThat(Freshness.seconds(new ModelFixture().model(), NOW)).isNull();
    }

    /** Every count equals the number of cases listed for it, however it is dated. */
    @Test
    void everyFigureHasItsCases() {
        List<Period> periods = List.of(
                Period.ALWAYS,
                new Period(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 19)),
                new Period(null, LocalDate.of(2026, 11, 18)));
        for (Period period : periods) {
            for (DateBasis by : DateBasis.values()) {
                Scope scope = scope(MAWAR, true, null, period, by);
                ComplianceRow row = only(MAWAR, true, null, period, by);
                assertThat(listed(scope, Outcome.ON_TIME))
                        .as("%s %s", by, period)
                        .isEqualTo(row.onTime());
                assertThat(listed(scope, Outcome.LATE)).as("%s %s", by, period).isEqualTo(row.late());
                assertThat(listed(scope, Outcome.ON_TIME, Outcome.LATE))
                        .as("%s %s", by, period)
                        .isEqualTo(row.n());
                assertThat(listed(scope, Outcome.CANCELLED))
                        .as("%s %s", by, period)
                        .isEqualTo(row.cancelled());
                assertThat(listed(scope, Outcome.NO_PROMISE))
                        .as("%s %s", by, period)
                        .isEqualTo(row.noPromise());
            }
        }
    }

    private long listed(Scope scope, Outcome... outcomes) {
        return Cases.answer(city.model(), scope, new Cases.Filter(null, Set.of(outcomes)), ALL, NOW)
                .total();
    }

    private ComplianceRow only(UnitId unit, boolean subtree, String service, Period period, DateBasis by) {
        List<ComplianceRow> rows = answer(unit, subtree, service, period, by, Group.NONE);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<ComplianceRow> answer(
            UnitId unit, boolean subtree, String service, Period period, DateBasis by, Group group) {
        return Compliance.answer(city.model(), scope(unit, subtree, service, period, by), group, ALL, NOW)
                .rows();
    }

    private static Scope scope(UnitId unit, boolean subtree, String service, Period period, DateBasis by) {
        return new Scope(unit, subtree, service, null, null, period, by);
    }

    private static String counts(ComplianceRow row) {
        return "opened " + row.opened() + ", on time " + row.onTime() + ", late " + row.late() + " (" + row.lateOpen()
                + " open), cancelled " + row.cancelled() + ", no promise " + row.noPromise() + ", n " + row.n();
    }
}
