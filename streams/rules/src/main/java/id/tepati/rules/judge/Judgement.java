package id.tepati.rules.judge;

import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.TermsHistory;
import id.tepati.rules.clock.CaseCourse;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.CaseFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands as of an instant: a pure function of its events, the catalogue's history and that instant.
 *
 * @param course what its events come to
 * @param verdicts one for each cycle of each clock
 * @param nextChange the first later instant at which it may stand otherwise though nothing more is learned, or null
 */
public record Judgement(
        CaseCourse course, List<Verdict> verdicts, @Nullable Instant nextChange) {

    /** Judges a case of a published unit. */
    public static Judgement of(CaseFile file, UnitId unit, Catalogue catalogue, Instant asOf) {
        CaseCourse course = CaseCourse.of(
                file, (service, at) -> catalogue.history(unit, service).at(at).inForceAt(at), asOf);
        List<Verdict> verdicts = new ArrayList<>();
        Instant next = course.nextChange().orElse(null);
        for (ClockRun run : course.runs()) {
            TermsHistory history = catalogue.history(unit, run.service());
            Verdict verdict = Judge.verdict(run, history, asOf);
            verdicts.add(verdict);
            next = Times.earlierKnown(next, nextChange(verdict, history, asOf));
        }
        return new Judgement(course, List.copyOf(verdicts), next);
    }

    private static @Nullable Instant nextChange(Verdict verdict, TermsHistory history, Instant asOf) {
        boolean mayChange = verdict.outcome() == Outcome.AWAITING_CALENDAR
                || (verdict.isOpen() && verdict.outcome() != Outcome.LATE);
        if (!mayChange) {
            return null;
        }
        Instant due = verdict.due() instanceof Due.At at ? at.firstBreach() : null;
        return Times.earlierKnown(history.nextPublication(asOf).orElse(null), due);
    }
}
