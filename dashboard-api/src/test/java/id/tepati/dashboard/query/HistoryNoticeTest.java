package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.rules.UnitId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import of 20 records for both villages, of which the last that came was learned at {@code NOW}. */
final class HistoryNoticeTest {
    private final ModelFixture city = ModelFixture.city();

    @BeforeEach
    void judgeUpToNow() {
        city.asOf(NOW);
    }

    @Test
    void nothingIsSaidWhereNothingWasEverLoaded() {
        assertThat(overview(null).loading()).isNull();
        assertThat(SystemStatus.answer(city.model(), city.reading(), NOW).loading())
                .isNull();
    }

    @Test
    void everyAnswerTellsHowFarItIs() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW.minusSeconds(2));
        city.loaded(KENANGA, "register", "aduan", 4, 20L, NOW);

        HistoryNotice notice = new HistoryNotice(1, 12, 20L);
        assertThat(overview(null).loading()).isEqualTo(notice);
        assertThat(SystemStatus.answer(city.model(), city.reading(), NOW).loading())
                .isEqualTo(notice);
        assertThat(compliance(MAWAR).loading()).isEqualTo(notice);
    }

    /** All 20 are there, but up to when they are judged is known only later. */
    @Test
    void itIsOverAtOnceWhenAllIsJudged() {
        city.loaded(MELATI, "register", "aduan", 16, 20L, NOW);
        city.loaded(KENANGA, "register", "aduan", 4, 20L, NOW.plusMillis(1));
        assertThat(overview(null).loading()).isEqualTo(new HistoryNotice(1, 20, 20L));

        city.asOf(NOW.plusMillis(1));

        assertThat(overview(null).loading()).isNull();
    }

    @Test
    void itIsOverWhenNothingCameForTenSeconds() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW);

        city.asOf(NOW.plusMillis(9_999));
        assertThat(overview(null).loading()).isNotNull();
        city.asOf(NOW.plusSeconds(10));
        assertThat(overview(null).loading()).isNull();
    }

    /** The district is concerned by its villages; a village by nothing that came to the other one. */
    @Test
    void onlyUnitsToWhichSomethingCameAreConcerned() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW);

        assertThat(overview(MELATI).loading()).isNotNull();
        assertThat(overview(MAWAR).loading()).isNotNull();
        assertThat(overview(KENANGA).loading()).isNull();
        assertThat(compliance(KENANGA).loading()).isNull();
        assertThat(HistoryNotice.units(city.model())).containsExactly(MELATI);
    }

    /** The records of an import are counted together, also those of other units: its total is of all of them. */
    @Test
    void aUnitIsToldHowFarTheWholeImportIs() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW);
        city.loaded(KENANGA, "loket", "aduan", 4, 20L, NOW);

        assertThat(overview(MELATI).loading()).isEqualTo(new HistoryNotice(1, 12, 20L));
        assertThat(overview(MAWAR).loading()).isEqualTo(new HistoryNotice(2, 12, 20L));
    }

    @Test
    void severalImportsAddUpAndOneWithoutTotalLeavesItUnknown() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW);
        city.loaded(KENANGA, "loket", "izin", 5, 30L, NOW);
        assertThat(overview(null).loading()).isEqualTo(new HistoryNotice(2, 13, 50L));

        city.loaded(KENANGA, "antrean", "tiket", 1, null, NOW);
        assertThat(overview(null).loading()).isEqualTo(new HistoryNotice(3, 14, null));
    }

    /** The second start of the demo sends the gap under the same name. */
    @Test
    void anotherTotalUnderTheSameNameIsAnotherImport() {
        city.loaded(MELATI, "loket-1", "tepati-demo", 900, 900L, NOW.minusSeconds(3_600));
        city.loaded(KENANGA, "loket-2", "tepati-demo", 2, 7L, NOW);

        assertThat(overview(null).loading()).isEqualTo(new HistoryNotice(1, 2, 7L));
        assertThat(overview(MELATI).loading()).isNull();
    }

    @Test
    void thatOneMoreRecordIsInIsNews() {
        city.loaded(MELATI, "register", "aduan", 8, 20L, NOW);
        Overview.Answer before = overview(null);
        city.loaded(MELATI, "register", "aduan", 9, 20L, NOW);
        Overview.Answer after = overview(null);
        city.loaded(MELATI, "register", "aduan", 20, 20L, NOW);
        Overview.Answer whole = overview(null);

        assertThat(after.saysTheSameAs(before)).isFalse();
        assertThat(after.since(before).loading()).isEqualTo(new HistoryNotice(1, 9, 20L));
        assertThat(whole.saysTheSameAs(after)).isFalse();
        assertThat(whole.since(after).loading()).isNull();
    }

    private Overview.Answer overview(UnitId unit) {
        return Overview.answer(city.model(), unit, new Standings(), NOW);
    }

    private Compliance.Answer compliance(UnitId unit) {
        Period today = new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23));
        Scope scope = new Scope(unit, true, null, null, null, today, DateBasis.VERDICT);
        return Compliance.answer(city.model(), scope, Group.NONE, new Page.Wanted(null, 10), NOW);
    }
}
