package id.tepati.rules.oracle;

import static id.tepati.rules.oracle.OracleClock.Kind.CANCEL;
import static id.tepati.rules.oracle.OracleClock.Kind.PAUSE;
import static id.tepati.rules.oracle.OracleClock.Kind.REOPEN;
import static id.tepati.rules.oracle.OracleClock.Kind.RESUME;
import static id.tepati.rules.oracle.OracleClock.Kind.STOP;

import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.Field;
import id.tepati.rules.oracle.OracleEvents.Step;
import java.util.ArrayList;
import java.util.List;

/** Replays the events of one family, one at a time, by the table of section 5. */
final class OracleReplay {
    private final List<OracleClock> clocks = new ArrayList<>();
    private boolean closed;
    private boolean accepted;

    static List<OracleClock> replay(List<Step> steps) {
        OracleReplay replay = new OracleReplay();
        steps.forEach(replay::take);
        return replay.clocks;
    }

    private void take(Step step) {
        switch (step.event().type()) {
            case APPLICATION_SUBMITTED -> submitted(step);
            case APPLICATION_ACCEPTED -> accepted(step);
            case APPLICATION_RETURNED -> {
                move(ClockKind.FILE_CHECK, step, STOP);
                move(ClockKind.COMPLETION, step, PAUSE);
            }
            case APPLICATION_RESUBMITTED -> {
                resubmitted(step);
                move(ClockKind.COMPLETION, step, RESUME);
            }
            case APPLICATION_DECIDED -> {
                move(ClockKind.FILE_CHECK, step, STOP);
                move(ClockKind.COMPLETION, step, STOP);
                closed = true;
            }
            case APPLICATION_WITHDRAWN -> {
                move(ClockKind.FILE_CHECK, step, CANCEL);
                move(ClockKind.COMPLETION, step, CANCEL);
                closed = true;
            }
            case APPLICATION_REOPENED -> {
                move(ClockKind.COMPLETION, step, REOPEN);
                closed = false;
            }
            case COMPLAINT_RECEIVED -> {
                if (clocks.isEmpty()) {
                    start(ClockKind.VERIFICATION, step);
                    start(ClockKind.FIRST_RESPONSE, step);
                    start(ClockKind.RESOLUTION, step);
                }
            }
            case COMPLAINT_VERIFIED, COMPLAINT_FORWARDED -> move(ClockKind.VERIFICATION, step, STOP);
            case COMPLAINT_RESPONDED -> {
                move(ClockKind.FIRST_RESPONSE, step, STOP);
                if (step.event().details().is(Field.FINAL)) {
                    move(ClockKind.RESOLUTION, step, STOP);
                }
            }
            case COMPLAINT_AWAITING_COMPLAINANT -> move(ClockKind.RESOLUTION, step, PAUSE);
            case COMPLAINT_REPLIED -> move(ClockKind.RESOLUTION, step, RESUME);
            case COMPLAINT_CLOSED -> closed(step);
            case COMPLAINT_REOPENED -> {
                move(ClockKind.RESOLUTION, step, REOPEN);
                closed = false;
            }
            case APPLICATION_EXTENDED, EVENT_VOIDED, SOURCE_HEARTBEAT -> {}
        }
    }

    private void submitted(Step step) {
        if (!closed && last(ClockKind.FILE_CHECK) == null) {
            start(ClockKind.FILE_CHECK, step);
        }
    }

    private void resubmitted(Step step) {
        OracleClock last = last(ClockKind.FILE_CHECK);
        if (!closed && !accepted && (last == null || last.ended())) {
            start(ClockKind.FILE_CHECK, step);
        }
    }

    private void accepted(Step step) {
        accepted = true;
        move(ClockKind.FILE_CHECK, step, STOP);
        if (last(ClockKind.COMPLETION) != null) {
            move(ClockKind.COMPLETION, step, RESUME);
        } else if (!closed) {
            start(ClockKind.COMPLETION, step);
        }
    }

    private void closed(Step step) {
        String outcome = step.event().details().get(Field.OUTCOME).orElse("");
        boolean fellAway = outcome.equals("withdrawn") || outcome.equals("duplicate");
        for (ClockKind kind : List.of(ClockKind.VERIFICATION, ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)) {
            move(kind, step, fellAway ? CANCEL : STOP);
        }
        closed = true;
    }

    private void start(ClockKind kind, Step step) {
        int number = 1 + (int) clocks.stream().filter(c -> c.kind == kind).count();
        clocks.add(new OracleClock(kind, number, step.at(), step.event()));
    }

    private void move(ClockKind kind, Step step, OracleClock.Kind move) {
        OracleClock clock = last(kind);
        if (clock != null) {
            clock.move(step.at(), move);
        }
    }

    private OracleClock last(ClockKind kind) {
        OracleClock last = null;
        for (OracleClock clock : clocks) {
            last = clock.kind == kind ? clock : last;
        }
        return last;
    }
}
