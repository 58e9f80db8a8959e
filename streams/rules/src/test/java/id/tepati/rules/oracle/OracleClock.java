package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One cycle of a clock: when it started and every move it made since. Mutable while the events are replayed. */
final class OracleClock {
    enum Kind {
        PAUSE,
        RESUME,
        STOP,
        CANCEL,
        DAY_OVER,
        REOPEN
    }

    record Move(Instant at, Kind kind) {}

    /** A stretch in which the clock stood still; {@code to} is null while it lasts. */
    record Still(Instant from, Instant to, boolean closed) {}

    final ClockKind kind;
    final Stage stage;
    final ServiceId service;
    final int number;
    final Instant start;
    final CaseEvent startedBy;
    /** Of a ticket; null for files and complaints. */
    final LocalDate serviceDay;

    final List<Move> moves = new ArrayList<>();

    OracleClock(ClockKind kind, int number, Instant start, CaseEvent startedBy) {
        this(kind, Stage.MAIN, startedBy.service(), number, start, startedBy, null);
    }

    OracleClock(
            ClockKind kind,
            Stage stage,
            ServiceId service,
            int number,
            Instant start,
            CaseEvent startedBy,
            LocalDate serviceDay) {
        this.kind = kind;
        this.stage = stage;
        this.service = service;
        this.number = number;
        this.start = start;
        this.startedBy = startedBy;
        this.serviceDay = serviceDay;
    }

    boolean ended() {
        return endedBy() != null;
    }

    /** The stop or cancellation that stands, or null. */
    Move endedBy() {
        Move end = null;
        for (Move move : moves) {
            switch (move.kind) {
                case STOP, CANCEL, DAY_OVER -> end = move;
                case REOPEN -> end = null;
                default -> {}
            }
        }
        return end;
    }

    boolean paused() {
        boolean paused = false;
        for (Move move : moves) {
            paused = move.kind == Kind.PAUSE;
        }
        return paused;
    }

    void move(Instant at, Kind move) {
        boolean applies = switch (move) {
            case PAUSE -> !ended() && !paused();
            case RESUME -> !ended() && paused();
            case STOP, CANCEL, DAY_OVER -> !ended();
            case REOPEN -> ended();
        };
        if (applies) {
            moves.add(new Move(at, move));
        }
    }

    /** Whether the instant lies between a start or reopening and the following end, both included. */
    boolean openAt(Instant at) {
        Instant from = start;
        for (Move move : moves) {
            switch (move.kind) {
                case STOP, CANCEL, DAY_OVER -> {
                    if (from != null && !at.isBefore(from) && !at.isAfter(move.at)) {
                        return true;
                    }
                    from = null;
                }
                case REOPEN -> from = move.at;
                default -> {}
            }
        }
        return from != null && !at.isBefore(from);
    }

    /** Pauses and closed gaps that had begun by an instant. */
    List<Still> still(Instant asOf) {
        List<Still> still = new ArrayList<>();
        Instant pausedAt = null;
        Instant closedAt = null;
        for (Move move : moves) {
            if (move.at.isAfter(asOf)) {
                break;
            }
            switch (move.kind) {
                case PAUSE -> pausedAt = move.at;
                case RESUME -> {
                    still.add(new Still(pausedAt, move.at, false));
                    pausedAt = null;
                }
                case STOP, CANCEL, DAY_OVER -> {
                    if (pausedAt != null) {
                        still.add(new Still(pausedAt, move.at, false));
                        pausedAt = null;
                    }
                    closedAt = move.at;
                }
                case REOPEN -> {
                    still.add(new Still(closedAt, move.at, true));
                    closedAt = null;
                }
            }
        }
        if (pausedAt != null) {
            still.add(new Still(pausedAt, null, false));
        }
        return still;
    }
}
