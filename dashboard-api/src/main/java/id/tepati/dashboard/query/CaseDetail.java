package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.EventRow;
import id.tepati.dashboard.standing.CaseKind;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.CaseId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.CaseCourse;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.judge.Trace;
import id.tepati.rules.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One case with all that is known of it. */
public final class CaseDetail {
    private CaseDetail() {}

    /**
     * The answer.
     *
     * @param kind ticket, application or complaint; absent where it has no clock yet, or one of a later version
     * @param incomplete whether events wait for an opening event; until it comes they count in no figure
     */
    public record Answer(
            @Nullable Instant asOf,
            @Nullable Double freshness,
            String unit,

            @JsonProperty("case") String caseId,

            @Nullable String kind,
            boolean incomplete,
            List<Entry> timeline,
            List<ClockRow> clocks,
            List<Traced> trace) {}

    /**
     * The arithmetic behind one cycle of a clock, worked out anew by the rules.
     *
     * @param steps from the start to the due and what came of it, each naming its kind first
     */
    public record Traced(String clock, @Nullable String stage, int cycle, List<Map<String, Object>> steps) {
        static Traced of(Verdict verdict) {
            ClockRun run = verdict.run();
            return new Traced(
                    run.clock().id(),
                    run.stage().equals(Stage.MAIN) ? null : run.stage().value(),
                    run.cycle(),
                    TraceLines.of(Trace.of(verdict)));
        }
    }

    /**
     * One event in the timeline. The flags are there only where they hold.
     *
     * @param effectiveAt when it took effect: its time, or the opening of its family if that is later; absent where
     *     it has no effect yet, or none at all
     * @param moved the clocks whose course it changed
     * @param withoutEffect tanpa pengaruh: it counts and changed nothing
     * @param voided it was taken back and is as if never sent
     * @param skewed it bears a time before the opening of its family
     */
    public record Entry(
            String type,
            Instant time,
            @Nullable Instant effectiveAt,
            String source,
            String id,
            @Nullable String service,
            Map<String, String> details,
            List<String> moved,
            @Nullable Boolean withoutEffect,
            @Nullable Boolean voided,
            @Nullable Boolean skewed) {}

    /** The case, or nothing where no such case is held. */
    public static Optional<Answer> answer(Model model, UnitId unit, CaseId id, Instant now) {
        return model.cases().find(unit, id).map(row -> answer(model, row, now));
    }

    private static Answer answer(Model model, CaseRow row, Instant now) {
        Optional<Judgement> judgement =
                judgement(model.catalogue(), row, model.asOf().orElse(now));
        return new Answer(
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                row.unit(),
                row.caseId(),
                row.clocks().stream()
                        .findFirst()
                        .map(clock -> CaseKind.ofClock(clock.clock()))
                        .orElse(null),
                row.incomplete(),
                timeline(row, judgement),
                row.clocks(),
                judgement.stream()
                        .flatMap(known -> known.verdicts().stream())
                        .map(Traced::of)
                        .toList());
    }

    /** None for a unit that this process does not find in the catalogue yet. */
    private static Optional<Judgement> judgement(CatalogueView catalogue, CaseRow row, Instant asOf) {
        UnitId unit = row.key().unit();
        return catalogue.unit(unit).map(known -> Judgement.of(row.file(), unit, catalogue.catalogue(), asOf));
    }

    private static List<Entry> timeline(CaseRow row, Optional<Judgement> judgement) {
        Map<EventIdentity, CaseCourse.Step> steps = judgement.stream()
                .flatMap(known -> known.course().steps().stream())
                .collect(Collectors.toMap(step -> step.event().identity(), Function.identity()));
        List<CaseEvent> events = row.file().events();
        Set<EventIdentity> voided =
                events.stream().flatMap(event -> event.voids().stream()).collect(Collectors.toSet());
        return events.stream()
                .map(event -> entry(event, steps.get(event.identity()), voided.contains(event.identity())))
                .toList();
    }

    private static Entry entry(CaseEvent event, CaseCourse.@Nullable Step step, boolean voided) {
        EventRow row = EventRow.of(event);
        List<String> moved = step == null
                ? List.of()
                : step.moved().stream().map(ClockKind::id).toList();
        return new Entry(
                row.type(),
                row.time(),
                step == null ? null : step.at(),
                row.source(),
                row.id(),
                row.service(),
                row.details(),
                moved,
                trueOrAbsent(step != null && moved.isEmpty()),
                trueOrAbsent(voided && step == null && event.type() != EventType.EVENT_VOIDED),
                trueOrAbsent(step != null && step.isSkewed()));
    }

    private static @Nullable Boolean trueOrAbsent(boolean holds) {
        return holds ? true : null;
    }
}
