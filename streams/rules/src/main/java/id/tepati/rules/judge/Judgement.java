package id.tepati.rules.judge;

import id.tepati.rules.UnitId;
import id.tepati.rules.catalog.Catalogue;
import id.tepati.rules.catalog.TermsHistory;
import id.tepati.rules.clock.CaseCourse;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.CaseFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        List<Instant> changes = new ArrayList<>();
        course.nextChange().ifPresent(changes::add);
        for (ClockRun run : course.runs()) {
            TermsHistory history = catalogue.history(unit, run.service());
            Verdict verdict = Judge.verdict(run, history, asOf);
            verdicts.add(verdict);
            changes(verdict, history, asOf).forEach(changes::add);
        }
        Optional<Instant> next = changes.stream().min(Instant::compareTo);
        return new Judgement(course, List.copyOf(verdicts), next.orElse(null));
    }

    private static Stream<Instant> changes(Verdict verdict, TermsHistory history, Instant asOf) {
        boolean mayChange = verdict.outcome() == Outcome.AWAITING_CALENDAR
                || (verdict.isOpen() && verdict.outcome() != Outcome.LATE);
        if (!mayChange) {
            return Stream.empty();
        }
        Stream<Instant> publication = history.nextPublication(asOf).stream();
        return verdict.due() instanceof Due.At due
                ? Stream.concat(publication, Stream.of(due.firstBreach()))
                : publication;
    }
}
