package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.store.ClockStatus;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.rules.CaseId;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.judge.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CasesTest {
    private static final Page.Wanted ALL = new Page.Wanted(null, 1000);
    private static final Scope EVERYTHING = new Scope(MAWAR, true, null, null, null, Period.ALWAYS, DateBasis.VERDICT);

    private final ModelFixture city = ModelFixture.city();

    @Test
    void sortsThoseThatRunByDueAndPutsThoseWithoutLast() {
        assertThat(ids(new Cases.Filter(ClockStatus.OPEN, Set.of()))).containsExactly("A-3", "A-4", "A-5", "KK/2026/7");
    }

    /** On Tuesday three, of which one has no number and comes last; on Wednesday A-2 became late. */
    @Test
    void sortsOthersByTheDayThatTheyCountOnAndByDue() {
        assertThat(ids(Cases.Filter.ALL)).containsExactly("A-1", "A-6", "B-1", "KK/2026/7", "A-2", "A-4", "A-3", "A-5");
    }

    @Test
    void filtersByState() {
        assertThat(ids(new Cases.Filter(ClockStatus.OPEN, Set.of()))).containsExactly("A-3", "A-4", "A-5", "KK/2026/7");
        assertThat(ids(new Cases.Filter(ClockStatus.AT_RISK, Set.of()))).containsExactly("A-4");
        assertThat(ids(new Cases.Filter(ClockStatus.OVERDUE, Set.of()))).containsExactly("A-3");
        assertThat(ids(new Cases.Filter(ClockStatus.CLOSED, Set.of()))).containsExactly("A-1", "A-6", "B-1", "A-2");
    }

    @Test
    void filtersByVerdict() {
        assertThat(ids(new Cases.Filter(null, Set.of(Outcome.LATE)))).containsExactly("A-2", "A-3");
        assertThat(ids(new Cases.Filter(ClockStatus.CLOSED, Set.of(Outcome.LATE))))
                .containsExactly("A-2");
        assertThat(ids(new Cases.Filter(null, Set.of(Outcome.OPEN)))).containsExactly("A-4", "A-5");
    }

    /** 2 working days from Monday 16 end with Wednesday 18, at 24:00, which is 17:00 UTC. */
    @Test
    void tellsHowEachStands() {
        Cases.Item late = items(new Cases.Filter(ClockStatus.CLOSED, Set.of(Outcome.LATE)))
                .get(0);

        assertThat(late.due()).isEqualTo(at("2026-11-19T00:00"));
        assertThat(late.verdictAt()).isEqualTo(at("2026-11-19T00:00"));
        assertThat(late.verdictDay()).hasToString("2026-11-18");
        assertThat(late.end()).isEqualTo(at("2026-11-19T09:00"));
        assertThat(late.outcome()).isEqualTo("late");
    }

    @Test
    void pagesWithoutLossOrRepetition() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Cases.Answer page =
                    Cases.answer(city.model(), EVERYTHING, Cases.Filter.ALL, new Page.Wanted(after, 3), NOW);
            assertThat(page.total()).isEqualTo(8);
            page.cases().forEach(item -> seen.add(item.caseId()));
            after = page.next() == null ? null : Cursor.key(page.next()).orElseThrow();
        } while (after != null);

        assertThat(seen).containsExactly("A-1", "A-6", "B-1", "KK/2026/7", "A-2", "A-4", "A-3", "A-5");
    }

    /** Kept counts tell the first two, counting the rows the others. */
    @Test
    void totalsAreThoseOfTheRows() {
        city.ktp(KENANGA, "B-2")
                .with(EventType.APPLICATION_SUBMITTED, "2026-11-16T09:00")
                .with(EventType.APPLICATION_ACCEPTED, "2026-11-17T10:00");
        city.ktp(KENANGA, "B-3", "2026-11-16T09:00");
        city.publish();
        for (ClockStatus state : ClockStatus.values()) {
            Cases.Answer answer = Cases.answer(city.model(), EVERYTHING, new Cases.Filter(state, Set.of()), ALL, NOW);
            assertThat(answer.total()).as(state.name()).isEqualTo(answer.cases().size());
            assertThat(answer.caseTotal())
                    .as(state.name())
                    .isEqualTo(answer.cases().stream()
                            .map(item -> item.unit() + "|" + item.caseId())
                            .distinct()
                            .count());
        }
    }

    /** The check of a file and its completion are two clocks of one case. */
    @Test
    void tellsToHowManyCasesTheClocksBelong() {
        ModelFixture fixture = new ModelFixture();
        fixture.ktp(MELATI, "C-3", "2026-11-16T09:00").with(EventType.APPLICATION_SUBMITTED, "2026-11-16T08:00");
        fixture.ktp(MELATI, "C-4", "2026-11-16T09:00");
        fixture.publish();

        Cases.Answer page = Cases.answer(fixture.model(), EVERYTHING, Cases.Filter.ALL, new Page.Wanted(null, 1), NOW);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.caseTotal()).isEqualTo(2);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(Cases.answer(city.model(), EVERYTHING, Cases.Filter.ALL, new Page.Wanted(null, 8), NOW)
                        .next())
                .isNull();
    }

    /** The return bears a time before the acceptance that opens the case, and counts right after it. */
    @Test
    void explainsEachEventOfACase() {
        ModelFixture fixture = new ModelFixture();
        fixture.ktp(MELATI, "C-1", "2026-11-16T09:00")
                .with(EventType.APPLICATION_RETURNED, "2026-11-16T08:00")
                .with(EventType.APPLICATION_RESUBMITTED, "2026-11-17T08:00")
                .with(EventType.APPLICATION_RESUBMITTED, "2026-11-17T08:30")
                .decided("2026-11-18T08:00");
        fixture.publish();

        CaseDetail.Answer detail = CaseDetail.answer(fixture.model(), MELATI, new CaseId("C-1"), NOW)
                .orElseThrow();

        assertThat(detail.timeline())
                .extracting(
                        CaseDetail.Entry::type,
                        CaseDetail.Entry::effectiveAt,
                        CaseDetail.Entry::moved,
                        CaseDetail.Entry::withoutEffect,
                        CaseDetail.Entry::skewed)
                .containsExactly(
                        tuple("application.returned", at("2026-11-16T09:00"), List.of("completion"), null, true),
                        tuple("application.accepted", at("2026-11-16T09:00"), List.of("completion"), null, null),
                        tuple("application.resubmitted", at("2026-11-17T08:00"), List.of("completion"), null, null),
                        tuple("application.resubmitted", at("2026-11-17T08:30"), List.of(), true, null),
                        tuple("application.decided", at("2026-11-18T08:00"), List.of("completion"), null, null));
    }

    @Test
    void marksWhatWasVoided() {
        ModelFixture fixture = new ModelFixture();
        fixture.ktp(MELATI, "C-2", "2026-11-16T09:00").decided("2026-11-17T09:00");
        fixture.publish();
        CaseDetail.Entry decision = detail(fixture, "C-2").timeline().get(1);
        fixture.ktp(MELATI, "C-2", "2026-11-16T09:00")
                .with(
                        EventType.EVENT_VOIDED,
                        "2026-11-17T10:00",
                        new Details(Map.of(Field.VOIDS_SOURCE, decision.source(), Field.VOIDS_ID, decision.id())));
        fixture.publish();

        assertThat(detail(fixture, "C-2").timeline())
                .filteredOn(entry -> Boolean.TRUE.equals(entry.voided()))
                .extracting(CaseDetail.Entry::type, CaseDetail.Entry::effectiveAt)
                .containsExactly(tuple("application.decided", null));
    }

    /** From Monday 16: Tuesday and Wednesday count, so the second day ends the promise. */
    @Test
    void showsTheArithmeticOfADue() {
        CaseDetail.Traced traced = detail(city, "A-2").trace().get(0);

        assertThat(traced.clock()).isEqualTo("completion");
        assertThat(traced.steps())
                .filteredOn(step -> "days".equals(step.get("step")))
                .extracting(step -> step.get("from") + " " + step.get("reason") + " " + step.get("total"))
                .containsExactly("2026-11-16 start-day 0", "2026-11-17 counted 1", "2026-11-18 counted 2");
        assertThat(traced.steps())
                .anySatisfy(step -> assertThat(step)
                        .containsEntry("step", "governed")
                        .containsEntry("sk", "SK 12/2026")
                        .containsEntry("within", "2 working-days"))
                .anySatisfy(step ->
                        assertThat(step).containsEntry("step", "reached").containsEntry("outcome", "late"));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static CaseDetail.Answer detail(ModelFixture fixture, String id) {
        return CaseDetail.answer(fixture.model(), MELATI, new CaseId(id), NOW).orElseThrow();
    }

    private List<Cases.Item> items(Cases.Filter filter) {
        return Cases.answer(city.model(), EVERYTHING, filter, ALL, NOW).cases();
    }

    private List<String> ids(Cases.Filter filter) {
        return items(filter).stream().map(Cases.Item::caseId).toList();
    }
}
