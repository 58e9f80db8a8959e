package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.output.SourceRow;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.standing.UnitStanding;
import id.tepati.dashboard.standing.Waiting;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.standing.UnitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverviewTest {
    private final ModelFixture city = ModelFixture.city();
    private final Standings standings = new Standings();

    @Test
    void tellsHowManyUnitsKeepTheirTargetAndWhichDoNot() {
        Overview.Answer answer = answer(null, NOW);

        assertThat(answer.units())
                .extracting(UnitStanding::id, UnitStanding::status)
                .containsExactly(
                        tuple("kec-mawar", null),
                        tuple("kel-kenanga", UnitStatus.NO_DATA),
                        tuple("kel-melati", UnitStatus.AT_RISK));
        assertThat(answer.summary()).isEqualTo(new Overview.Summary(2, 0, 1, 0, 0, 1, 4, 1, 1));
    }

    /** The district only gathers its villages, and is not counted as a unit without data. */
    @Test
    void countsTheUnitsAskedForAlone() {
        assertThat(answer(MELATI, NOW).summary()).isEqualTo(new Overview.Summary(1, 0, 1, 0, 0, 0, 4, 1, 1));
        assertThat(answer(KENANGA, NOW).summary()).isEqualTo(new Overview.Summary(1, 0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(answer(MAWAR, NOW).units()).hasSize(3);
    }

    /** It is Monday 10:00. One that never sent a heartbeat need not speak; the sample has a silent one in kel-kenanga. */
    @Test
    void countsSourcesOfWhichNothingIsHeard() {
        source(MELATI, "antrean", NOW.minusSeconds(3 * 86_400), 5);
        source(MELATI, "loket", NOW.minusSeconds(3 * 86_400), 0);
        source(KENANGA, "antrean", NOW.minusSeconds(60), 5);

        assertThat(answer(null, NOW).units())
                .extracting(UnitStanding::id, UnitStanding::silent)
                .containsExactly(tuple("kec-mawar", 0L), tuple("kel-kenanga", 1L), tuple("kel-melati", 1L));
    }

    /** Melati is heard, and one source of kenanga that never sent a heartbeat need not be. */
    @Test
    void hasNoDataOfAUnitAllOfWhoseSourcesAreSilent() {
        assertThat(answer(KENANGA, NOW).units().get(0).status()).isEqualTo(UnitStatus.NO_DATA);
        assertThat(answer(KENANGA, NOW).units().get(0).promise().status())
                .as("of the month")
                .isEqualTo(UnitStatus.KEPT);

        source(KENANGA, "antrean", NOW.minusSeconds(3 * 86_400), 0);

        assertThat(answer(KENANGA, NOW).units().get(0).status()).isEqualTo(UnitStatus.KEPT);
    }

    /** The district only gathers: what it is told of its own machines makes it no unit without data. */
    @Test
    void hasNoStatusOfAUnitThatOnlyGathersThoughItIsSilent() {
        source(MAWAR, "server", NOW.minusSeconds(3 * 86_400), 5);

        assertThat(answer(MAWAR, NOW).units().get(0))
                .extracting(UnitStanding::status, UnitStanding::silent)
                .containsExactly(null, 1L);
    }

    private void source(UnitId unit, String source, Instant lastSeen, long heartbeats) {
        SourceRow row = new SourceRow(unit, source, lastSeen, null, heartbeats, 0, 0, 0, 0, 0, 0, null);
        city.put(Topics.SOURCES, row.key().toString(), row.toJson());
    }

    /** Of n decided in two days each, some after one day and the rest after three; 90 % are to be on time. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, NO_DATA",
        "7, 7, KEPT",
        "7, 6, AT_RISK",
        "8, 7, NOT_KEPT",
        "10, 9, KEPT",
        "10, 8, NOT_KEPT",
    })
    void judgesAUnitByItsTargetAndTheNumberOfCases(int n, int onTime, UnitStatus expected) {
        ModelFixture other = new ModelFixture();
        for (int i = 0; i < n; i++) {
            other.ktp(KENANGA, "C-" + i, "2026-11-16T09:00")
                    .decided(i < onTime ? "2026-11-17T10:00" : "2026-11-19T10:00");
        }
        other.publish();

        UnitStanding row = Overview.answer(other.model(), KENANGA, new Standings(), NOW)
                .units()
                .get(0);

        assertThat(row.status()).isEqualTo(expected);
    }

    @Test
    void forgetsWhatIsOlderThanThirtyDays() {
        ModelFixture other = new ModelFixture();
        other.ktp(KENANGA, "C-1", "2026-11-16T09:00").decided("2026-11-17T10:00");
        other.publish();

        assertThat(statusOf(other, at("2026-12-16T23:59"))).isEqualTo(UnitStatus.KEPT);
        assertThat(statusOf(other, at("2026-12-17T00:00"))).isEqualTo(UnitStatus.NO_DATA);
    }

    /** One of two is on time: at risk of missing 90 %, but half is enough as soon as that was published. */
    @Test
    void takesANewTargetAtTheInstantFromWhichItIsKnown() {
        Instant known = at("2026-11-23T10:07:03");
        ModelFixture other = new ModelFixture(ModelFixture.catalogueWithTarget("0.5", known));
        other.ktp(KENANGA, "C-1", "2026-11-16T09:00").decided("2026-11-17T10:00");
        other.ktp(KENANGA, "C-2", "2026-11-16T09:00").decided("2026-11-19T10:00");
        other.publish();

        assertThat(statusOf(other, known.minusSeconds(3))).isEqualTo(UnitStatus.AT_RISK);
        assertThat(statusOf(other, known)).isEqualTo(UnitStatus.KEPT);
    }

    private UnitStatus statusOf(ModelFixture fixture, Instant now) {
        return Overview.answer(fixture.model(), KENANGA, standings, now)
                .units()
                .get(0)
                .status();
    }

    @Test
    void namesWhoIsLateAndWhoWaitsForLongest() {
        Overview.Answer answer = answer(MAWAR, NOW);

        assertThat(answer.late()).extracting(Waiting::caseId).containsExactly("A-3");
        assertThat(answer.oldest()).extracting(Waiting::caseId).containsExactly("KK/2026/7", "A-3", "A-4", "A-5");
        assertThat(answer.oldest().get(0).due()).as("no number").isNull();
    }

    /** N-0 to N-11 fill the list of the longest late. K001 is late by its waiting since 09:10, by its visit since 09:30. */
    @Test
    void namesWhoCameToBeLateLast() {
        ModelFixture other = new ModelFixture(ModelFixture.catalogue(
                "08:00-16:00",
                new Promise(ClockKind.WAITING, new Within.OfficeTime(Duration.ofMinutes(10)), null),
                new Promise(ClockKind.VISIT, new Within.OfficeTime(Duration.ofMinutes(30)), null)));
        for (int i = 0; i < 12; i++) {
            other.ktp(MELATI, "N-" + i, "2026-11-10T09:00");
        }
        other.publish();
        Overview.Answer before = Overview.answer(other.model(), MAWAR, standings, NOW);
        other.ticket(KENANGA, "K001", "2026-11-23T09:00");
        other.publish();
        Overview.Answer after = Overview.answer(other.model(), MAWAR, standings, NOW);

        assertThat(after.late()).isEqualTo(before.late());
        assertThat(after.lastLate())
                .extracting(Waiting::caseId, Waiting::clock, Waiting::due)
                .containsExactly("K001-2026-11-23", "visit", at("2026-11-23T09:30"));
        assertThat(after.since(before).lastLate()).isEqualTo(after.lastLate());
        assertThat(after.since(after).lastLate()).as("unchanged").isNull();
        assertThat(answer(KENANGA, NOW).lastLate()).as("nobody is late").isNull();
    }

    /** One answer is asked again where only a window opens or closes; K002 is at the counter, the visit of both goes on. */
    @Test
    void namesPeopleAtCountersOnlyWhileTheseAreOpen() {
        Within ten = new Within.OfficeTime(Duration.ofMinutes(10));
        ModelFixture counter = new ModelFixture(ModelFixture.catalogue(
                "08:05-16:10",
                new Promise(ClockKind.WAITING, ten, null),
                new Promise(ClockKind.SERVING, ten, null),
                new Promise(ClockKind.VISIT, ten, null)));
        counter.ticket(KENANGA, "K001", "2026-11-23T07:50");
        counter.ticket(KENANGA, "K002", "2026-11-23T07:55").called("2026-11-23T08:00");
        counter.ktp(KENANGA, "B-1", "2026-11-23T08:00");
        counter.publish();

        assertThat(oldestOf(counter, "2026-11-23T08:04")).containsExactly("B-1");
        assertThat(oldestOf(counter, "2026-11-23T08:05")).containsExactly("K001-2026-11-23", "K002-2026-11-23", "B-1");
        assertThat(oldestOf(counter, "2026-11-23T16:09")).hasSize(3);
        assertThat(oldestOf(counter, "2026-11-23T16:10")).containsExactly("B-1");
        assertThat(Overview.answer(counter.model(), KENANGA, standings, at("2026-11-23T16:10"))
                        .late())
                .extracting(Waiting::caseId)
                .containsExactlyInAnyOrder("K001-2026-11-23", "K002-2026-11-23");
    }

    private List<String> oldestOf(ModelFixture fixture, String now) {
        return Overview.answer(fixture.model(), KENANGA, standings, at(now)).oldest().stream()
                .map(Waiting::caseId)
                .toList();
    }

    /** A-5 is due at the end of Tuesday, at risk from the opening of that day on. */
    @Test
    void noticesThatTimeAloneBringsRisk() {
        city.now(at("2026-11-24T07:59"));
        assertThat(answer(MELATI, at("2026-11-24T07:59")).summary().nearDue()).isEqualTo(1);

        city.now(at("2026-11-24T08:00"));
        assertThat(answer(MELATI, at("2026-11-24T08:00")).summary().nearDue()).isEqualTo(2);
    }

    @Test
    void tellsOnlyWhatIsNewSinceAnEarlierAnswer() {
        Overview.Answer before = answer(MAWAR, NOW);
        city.ktp(KENANGA, "B-2", "2026-11-23T09:30");
        city.publish();
        Overview.Answer after = answer(MAWAR, NOW.plusSeconds(1));

        Overview.Answer news = after.since(before);

        assertThat(after.saysTheSameAs(before)).isFalse();
        assertThat(news.complete()).isFalse();
        assertThat(news.units()).extracting(UnitStanding::id).contains("kel-kenanga");
        assertThat(news.units()).extracting(UnitStanding::id).doesNotContain("kec-mawar");
        assertThat(news.late()).as("unchanged").isNull();
        assertThat(news.oldest()).extracting(Waiting::caseId).endsWith("B-2");
        assertThat(news.summary().open()).isEqualTo(5);
    }

    @Test
    void seesNoNewsInThePassingOfTime() {
        Overview.Answer before = answer(MAWAR, NOW);
        city.asOf(NOW.plusSeconds(2));

        assertThat(answer(MAWAR, NOW.plusSeconds(3)).saysTheSameAs(before)).isTrue();
    }

    private Overview.Answer answer(UnitId unit, Instant now) {
        return Overview.answer(city.model(), unit, standings, now);
    }
}
