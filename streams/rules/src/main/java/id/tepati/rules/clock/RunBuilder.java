package id.tepati.rules.clock;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.PromisedAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cycle of a clock while the events of its case are followed. Each method answers whether it changed anything. */
final class RunBuilder {
    private final ClockKind clock;
    private final Stage stage;
    private final CaseEvent startedBy;
    private final ServiceId service;
    private final Instant start;
    private final @Nullable PromisedAt promisedAt;
    private final @Nullable LocalDate serviceDay;
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Instant pausedAt;
    private @Nullable ClockEnd end;

    /** A cycle of a clock of a file or a complaint. */
    RunBuilder(ClockKind clock, CaseEvent startedBy, Instant start, @Nullable PromisedAt promisedAt) {
        this(clock, Stage.MAIN, startedBy, serviceOf(startedBy), start, promisedAt, null);
    }

    /** A cycle of a clock of a ticket. */
    RunBuilder(
            ClockKind clock, Stage stage, CaseEvent startedBy, ServiceId service, Instant start, LocalDate serviceDay) {
        this(clock, stage, startedBy, service, start, null, serviceDay);
    }

    private RunBuilder(
            ClockKind clock,
            Stage stage,
            CaseEvent startedBy,
            ServiceId service,
            Instant start,
            @Nullable PromisedAt promisedAt,
            @Nullable LocalDate serviceDay) {
        this.clock = clock;
        this.stage = stage;
        this.startedBy = startedBy;
        this.service = service;
        this.start = start;
        this.promisedAt = promisedAt;
        this.serviceDay = serviceDay;
    }

    static ServiceId serviceOf(CaseEvent event) {
        return Objects.requireNonNull(event.service(), "only voids come without a service");
    }

    ClockKind clock() {
        return clock;
    }

    Stage stage() {
        return stage;
    }

    Instant start() {
        return start;
    }

    CaseEvent startedBy() {
        return startedBy;
    }

    boolean isPaused() {
        return pausedAt != null;
    }

    boolean isOpen() {
        return end == null;
    }

    boolean pause(Instant at) {
        if (pausedAt != null) {
            return false;
        }
        pausedAt = at;
        return true;
    }

    boolean resume(Instant at) {
        if (pausedAt == null) {
            return false;
        }
        gaps.add(new Gap(GapKind.PAUSE, pausedAt, at));
        pausedAt = null;
        return true;
    }

    boolean end(ClockEnd how) {
        resume(how.at());
        end = how;
        return true;
    }

    boolean reopen(Instant at) {
        if (end == null) {
            return false;
        }
        gaps.add(new Gap(GapKind.CLOSED, end.at(), at));
        end = null;
        return true;
    }

    /** @param cycle its number among the cycles of the clock, from 1 */
    ClockRun build(int cycle) {
        List<Gap> all = new ArrayList<>(gaps);
        if (pausedAt != null) {
            all.add(new Gap(GapKind.PAUSE, pausedAt, null));
        }
        return new ClockRun(clock, stage, cycle, service, start, startedBy, promisedAt, serviceDay, all, end);
    }
}
