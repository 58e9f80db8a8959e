package id.tepati.rules.clock;

import id.tepati.rules.ServiceId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.PromisedAt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cycle of a clock while the events of its case are followed. Each method answers whether it changed anything. */
final class RunBuilder {
    private final ClockKind clock;
    private final int cycle;
    private final CaseEvent startedBy;
    private final Instant start;
    private final @Nullable PromisedAt promisedAt;
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Instant pausedAt;
    private @Nullable ClockEnd end;

    RunBuilder(ClockKind clock, int cycle, CaseEvent startedBy, Instant start, @Nullable PromisedAt promisedAt) {
        this.clock = clock;
        this.cycle = cycle;
        this.startedBy = startedBy;
        this.start = start;
        this.promisedAt = promisedAt;
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

    ClockRun build() {
        List<Gap> all = new ArrayList<>(gaps);
        if (pausedAt != null) {
            all.add(new Gap(GapKind.PAUSE, pausedAt, null));
        }
        ServiceId service = Objects.requireNonNull(startedBy.service(), "only voids come without a service");
        return new ClockRun(clock, cycle, service, start, startedBy, promisedAt, all, end);
    }
}
