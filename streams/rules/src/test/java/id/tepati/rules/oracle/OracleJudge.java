package id.tepati.rules.oracle;

import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.PromisedAt;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.oracle.OracleClock.Kind;
import id.tepati.rules.oracle.OracleClock.Move;
import id.tepati.rules.oracle.OracleEvents.Step;
import id.tepati.rules.oracle.OracleTerms.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Judges one cycle: looks at every instant at which anything can change and asks the definition there. */
record OracleJudge(OracleTerms terms, OracleClock clock, List<Step> steps, Instant asOf) {

    /** {@code countedOn} is null where the local day of {@code countedAt} counts. */
    private record Answer(Outcome outcome, Known known, Instant at, Instant countedAt, LocalDate countedOn) {
        Answer(Outcome outcome, Known known, Instant at, Instant countedAt) {
            this(outcome, known, at, countedAt, null);
        }

        LocalDate day() {
            return countedOn != null || countedAt == null ? countedOn : known.date(countedAt);
        }
    }

    OracleCycle judge() {
        Answer answer = answer();
        Known known = answer.known;
        Move end = clock.endedBy();
        Instant stop = end != null && end.kind() == Kind.STOP ? end.at() : null;
        boolean share = answer.outcome == Outcome.ON_TIME || answer.outcome == Outcome.LATE;
        return new OracleCycle(
                terms.service(),
                clock.kind,
                clock.stage,
                clock.number,
                answer.outcome,
                clock.start,
                known.date(clock.start),
                due(known, asOf).instant(),
                answer.at,
                answer.countedAt,
                answer.day(),
                end == null,
                stop,
                stop == null ? null : known.date(stop),
                stop == null ? null : OracleDue.elapsed(clock.start, clock.still(asOf), stop) / 1_000_000,
                stop == null || !share ? null : OracleDue.used(known, clock.start, clock.still(asOf), stop, stated()));
    }

    private Known known(Instant at) {
        return terms.of(clock.kind, clock.stage, clock.start, at);
    }

    private OracleDue due(Known known, Instant at) {
        return OracleDue.of(known, clock.start, clock.still(at), stated());
    }

    /** The start event's, else (of a file) that of the first submission up to the start. */
    private PromisedAt stated() {
        PromisedAt own = clock.startedBy.details().promisedAt().orElse(null);
        if (own != null) {
            return own;
        }
        PromisedAt submitted = null;
        for (Step step : steps) {
            if (submitted == null && step.event().type() == EventType.APPLICATION_SUBMITTED) {
                submitted = step.event().details().promisedAt().orElse(null);
            }
            if (step.event().equals(clock.startedBy)) {
                return submitted;
            }
        }
        throw new IllegalStateException("a clock started by no step");
    }

    private Answer answer() {
        Answer late = late();
        if (late != null) {
            return late;
        }
        Move end = clock.endedBy();
        Known known = known(end == null ? asOf : end.at());
        if (!known.named()) {
            return new Answer(Outcome.UNNAMED, known, null, null);
        }
        if (promisesNothing(known)) {
            return new Answer(Outcome.NO_PROMISE, known, null, null);
        }
        if (end == null) {
            return new Answer(Outcome.OPEN, known, null, null);
        }
        if (end.kind() == Kind.CANCEL) {
            return new Answer(Outcome.CANCELLED, known, end.at(), end.at());
        }
        if (end.kind() == Kind.DAY_OVER) {
            Outcome left = clock.kind == ClockKind.WAITING ? Outcome.UNSERVED : Outcome.CANCELLED;
            return new Answer(left, known, end.at(), end.at().minus(OracleDue.GRAIN), clock.serviceDay);
        }
        return stopped(known, end.at());
    }

    private boolean promisesNothing(Known known) {
        return known.within() instanceof Within.Unknown
                || (known.within() instanceof Within.Stated && stated() == null);
    }

    private Answer stopped(Known atStop, Instant stop) {
        Answer answer = afterStop(atStop, stop, stop);
        for (Instant k : terms.publications()) {
            if (answer == null && k.isAfter(stop) && !k.isAfter(asOf)) {
                answer = afterStop(known(k), stop, k);
            }
        }
        return answer == null ? new Answer(Outcome.AWAITING_CALENDAR, atStop, null, null) : answer;
    }

    private Answer afterStop(Known known, Instant stop, Instant at) {
        if (!known.named()) {
            return new Answer(Outcome.UNNAMED, known, null, null);
        }
        if (promisesNothing(known)) {
            return new Answer(Outcome.NO_PROMISE, known, null, null);
        }
        OracleDue due = due(known, stop);
        if (due instanceof OracleDue.Unknown && !knowsAll(known, stop)) {
            return null;
        }
        return due.brokenAt(stop)
                ? new Answer(Outcome.LATE, known, at, at)
                : new Answer(Outcome.ON_TIME, known, stop, stop);
    }

    private boolean knowsAll(Known known, Instant stop) {
        LocalDate last = known.date(stop);
        for (LocalDate day = known.date(clock.start); !day.isAfter(last); day = day.plusDays(1)) {
            if (!known.calendar().knows(day)) {
                return false;
            }
        }
        return true;
    }

    /** The first instant at which the clock was open and its due, as known then, lay behind it. */
    private Answer late() {
        SortedSet<Instant> turns = new TreeSet<>();
        turns.add(clock.start);
        clock.moves.forEach(move -> turns.add(move.at()));
        steps.forEach(step -> turns.add(step.at()));
        turns.addAll(terms.publications());
        SortedSet<Instant> candidates = new TreeSet<>(turns);
        for (Instant turn : turns) {
            Instant breach = due(known(turn), turn).breach();
            if (breach != null) {
                candidates.add(breach);
            }
        }
        for (Instant t : candidates) {
            if (!t.isAfter(asOf) && clock.openAt(t) && due(known(t), t).brokenAt(t)) {
                return lateAt(t);
            }
        }
        return null;
    }

    private Answer lateAt(Instant t) {
        Known known = known(t);
        OracleDue due = due(known, t);
        Instant before = t.minus(OracleDue.GRAIN);
        boolean passed = clock.openAt(before) && due.equals(due(known(before), before));
        return passed
                ? new Answer(Outcome.LATE, known, due.instant(), due.instant().minus(OracleDue.GRAIN))
                : new Answer(Outcome.LATE, known, t, t);
    }
}
