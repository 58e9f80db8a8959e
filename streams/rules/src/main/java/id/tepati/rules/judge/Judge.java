package id.tepati.rules.judge;

import id.tepati.rules.Times;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.TermsHistory;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import id.tepati.rules.clock.GapKind;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges one cycle of a clock. The promise is late at the first instant t > due(t), where due(t) rests on the events
 * up to t and on what had been published by t; a stop at s is judged by due(s). Between two publications, pauses or
 * reopenings due(t) does not move, so it is worked out once for each such epoch. A verdict reached stands whatever is
 * published later.
 */
final class Judge {
    private final ClockRun run;
    private final TermsHistory history;
    private final Instant asOf;
    private final Instant horizon;
    private @Nullable Held heldLast;

    private Judge(ClockRun run, TermsHistory history, Instant asOf) {
        this.run = run;
        this.history = history;
        this.asOf = asOf;
        this.horizon = run.end() != null ? run.end().at() : asOf;
    }

    /** The verdict on a run as of an instant not before its start. */
    static Verdict verdict(ClockRun run, TermsHistory history, Instant asOf) {
        Judge judge = new Judge(run, history, asOf);
        return judge.brokenPromise().orElseGet(judge::unbroken);
    }

    private Optional<Verdict> brokenPromise() {
        NavigableSet<Instant> epochs = epochs();
        Due before = new Due.None();
        for (Instant epoch : epochs) {
            Held held = heldAt(epoch);
            heldLast = epoch.isAfter(horizon) ? null : held;
            if (held.due() instanceof Due.At due) {
                Instant broken = Times.later(due.firstBreach(), epoch);
                Instant next = epochs.higher(epoch);
                if (next == null ? !broken.isAfter(horizon) : broken.isBefore(next)) {
                    boolean atDue = broken.isAfter(epoch) || due.breaksWith(before);
                    return Optional.of(held.verdict(run, Outcome.LATE, atDue ? due.instant() : epoch, atDue));
                }
            }
            before = held.due();
        }
        return Optional.empty();
    }

    private NavigableSet<Instant> epochs() {
        NavigableSet<Instant> epochs = new TreeSet<>(history.publications(run.start(), horizon));
        epochs.add(run.start());
        for (Gap gap : run.gaps()) {
            epochs.add(gap.from());
            if (gap.to() != null) {
                epochs.add(gap.to());
            }
        }
        return epochs;
    }

    private Verdict unbroken() {
        Held held = heldAtHorizon();
        if (held.governing() == null) {
            return held.verdict(run, Outcome.UNNAMED, null, false);
        }
        if (held.due() instanceof Due.None) {
            return held.verdict(run, Outcome.NO_PROMISE, null, false);
        }
        if (run.end() == null) {
            return held.verdict(run, Outcome.OPEN, null, false);
        }
        if (run.end().cancelled()) {
            return held.verdict(run, endedWithoutResult(run.end()), horizon, false);
        }
        return held.due() instanceof Due.BeyondCalendar && !areDaysKnown(held.terms())
                ? judgedWithLaterCalendar(held)
                : held.verdict(run, Outcome.ON_TIME, horizon, false);
    }

    private Outcome endedWithoutResult(ClockEnd end) {
        boolean unserved = end.manner() == ClockEnd.Manner.DAY_OVER && run.clock() == ClockKind.WAITING;
        return unserved ? Outcome.UNSERVED : Outcome.CANCELLED;
    }

    /** Whether the calendar knows every day that the run has seen. */
    private boolean areDaysKnown(Terms terms) {
        WorkCalendar calendar = terms.calendar();
        return calendar.dateOf(run.start())
                .datesUntil(calendar.dateOf(horizon).plusDays(1))
                .noneMatch(day -> calendar.day(day).certainty() == Certainty.UNKNOWN);
    }

    /** A stop beyond the known days waits for the calendar that covers them. */
    private Verdict judgedWithLaterCalendar(Held unknown) {
        for (Instant publication : history.publications(horizon, asOf)) {
            Held held = heldUnder(publication, horizon);
            if (held.governing() == null) {
                return held.verdict(run, Outcome.UNNAMED, null, false);
            }
            if (held.due() instanceof Due.None) {
                return held.verdict(run, Outcome.NO_PROMISE, null, false);
            }
            if (held.due() instanceof Due.At due && due.isBrokenAt(horizon)) {
                return held.verdict(run, Outcome.LATE, publication, false);
            }
            if (!(held.due() instanceof Due.BeyondCalendar) || areDaysKnown(held.terms())) {
                return held.verdict(run, Outcome.ON_TIME, horizon, false);
            }
        }
        return unknown.verdict(run, Outcome.AWAITING_CALENDAR, null, false);
    }

    /** Without gaps nothing has moved since the last epoch. */
    private Held heldAtHorizon() {
        return heldLast != null && run.gaps().isEmpty() ? heldLast : heldAt(horizon);
    }

    private Held heldAt(Instant instant) {
        return heldUnder(instant, instant);
    }

    /** What the run is held to under the terms known at one instant and the gaps known at another. */
    private Held heldUnder(Instant known, Instant instant) {
        Terms terms = history.at(known).inForceAt(run.start());
        Terms.Governing governing =
                terms.governing(run.clock(), run.stage(), run.start()).orElse(null);
        if (governing == null) {
            return new Held(terms, null, new Due.None());
        }
        Within within = governing.promise().within();
        Due due = DueDates.of(run, within, terms.calendar(), instant);
        boolean suspended = run.gapAt(instant)
                .filter(gap -> isSuspendedIn(gap, instant, within, due))
                .isPresent();
        return new Held(terms, governing, suspended && !(due instanceof Due.None) ? new Due.Suspended() : due);
    }

    /**
     * A closed clock has no due, but at the very stop it is judged. A paused one has none either, unless the promise
     * was stated or used up before the pause began.
     */
    private static boolean isSuspendedIn(Gap gap, Instant instant, Within within, Due due) {
        if (due instanceof Due.At at && at.isBrokenAt(gap.from())) {
            return gap.kind() == GapKind.CLOSED && instant.isAfter(gap.from());
        }
        return gap.kind() == GapKind.CLOSED || within.isMovedByPause();
    }

    private record Held(Terms terms, Terms.@Nullable Governing governing, Due due) {
        Verdict verdict(ClockRun run, Outcome outcome, @Nullable Instant at, boolean atDue) {
            return new Verdict(run, terms, governing, due, outcome, at, atDue);
        }
    }
}
