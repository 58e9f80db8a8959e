package id.tepati.rules.judge;

import id.tepati.rules.Published;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.PromisedAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
            steps.addAll(governing.promise().within().accept(new Walked(verdict)));
            steps.add(verdict.due().traced());
        }
        steps.add(new TraceStep.Reached(
                verdict.outcome(), verdict.at(), verdict.verdictDay().orElse(null)));
        return new Trace(steps);
    }

    private static TraceStep governed(Terms terms, Terms.Governing governing) {
        Within within = governing.promise().within();
        Published<Standard> standard = terms.standard();
        return standard == null
                ? new TraceStep.Governed(governing.basis(), null, 0, null, within)
                : new TraceStep.Governed(
                        governing.basis(),
                        standard.content().scope().id(),
                        standard.version(),
                        standard.content().sk(),
                        within);
    }

    /** What counted towards the promise, line by line, in its own unit of time. */
    private record Walked(Verdict verdict) implements Within.Visitor<List<TraceStep>> {
        @Override
        public List<TraceStep> wallTime(Duration amount) {
            return new TimeTrace(verdict, false).steps();
        }

        @Override
        public List<TraceStep> officeTime(Duration amount) {
            return new TimeTrace(verdict, true).steps();
        }

        @Override
        public List<TraceStep> workingDays(int amount) {
            return new DayTrace(verdict, true).steps();
        }

        @Override
        public List<TraceStep> calendarDays(int amount) {
            return new DayTrace(verdict, false).steps();
        }

        @Override
        public List<TraceStep> stated() {
            PromisedAt limit = verdict.run().promisedAt();
            return limit == null ? List.of() : List.of(new TraceStep.StatedLimit(limit));
        }

        @Override
        public List<TraceStep> unknown() {
            return List.of();
        }
    }
}
