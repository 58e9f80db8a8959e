package id.tepati.rules.judge;

import id.tepati.rules.catalogue.StandardVersion;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The arithmetic behind a verdict: from the start over everything that counts to the due and what came of it. Where
 * there is a due, its lines add up exactly to what was promised. Worked out anew from the verdict each time, so not
 * for the hot path. Immutable.
 */
public record Trace(List<TraceStep> steps) {
    /** Copies the steps. */
    public Trace {
        steps = List.copyOf(steps);
    }

    /** How a verdict came about. */
    public static Trace of(Verdict verdict) {
        List<TraceStep> steps = new ArrayList<>();
        ClockRun run = verdict.run();
        steps.add(new TraceStep.Started(run.startedBy().type(), run.start(), verdict.startDay()));
        Terms.Governing governing = verdict.governing();
        if (governing == null) {
            steps.add(new TraceStep.Unnamed());
        } else {
            steps.add(governed(verdict.terms(), governing));
            steps.addAll(walked(verdict, governing.promise().within()));
            steps.add(end(verdict.due()));
        }
        steps.add(new TraceStep.Reached(
                verdict.outcome(), verdict.at(), verdict.verdictDay().orElse(null)));
        return new Trace(steps);
    }

    private static TraceStep governed(Terms terms, Terms.Governing governing) {
        Within within = governing.promise().within();
        StandardVersion standard = terms.standard();
        return standard == null
                ? new TraceStep.Governed(governing.basis(), null, 0, null, within)
                : new TraceStep.Governed(
                        governing.basis(), standard.scope().id(), standard.version(), standard.sk(), within);
    }

    private static List<TraceStep> walked(Verdict verdict, Within within) {
        if (verdict.due() instanceof Due.None) {
            return List.of();
        }
        if (within instanceof Within.WorkingDays || within instanceof Within.CalendarDays) {
            return new DayTrace(verdict, within instanceof Within.WorkingDays).steps();
        }
        if (within instanceof Within.Stated) {
            return List.of(new TraceStep.StatedLimit(
                    Objects.requireNonNull(verdict.run().promisedAt(), "a stated due was promised")));
        }
        return new TimeTrace(verdict, within instanceof Within.OfficeTime).steps();
    }

    private static TraceStep end(Due due) {
        if (due instanceof Due.At at) {
            return new TraceStep.DueAt(at.instant(), at.day(), at.certainty());
        }
        if (due instanceof Due.BeyondCalendar beyond) {
            return new TraceStep.NotKnown(beyond.earliest());
        }
        return due instanceof Due.Suspended ? new TraceStep.Suspended() : new TraceStep.NoNumber();
    }
}
