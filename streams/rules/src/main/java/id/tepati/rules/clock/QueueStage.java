package id.tepati.rules.clock;

import id.tepati.rules.Stage;
import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One stage of a visit, while its events are followed: what came for it and its clocks. */
final class QueueStage {
    final Stage stage;
    /** The check-in, else the issue, from which on the citizen waits here; null where neither came. */
    @Nullable
    CaseEvent arrival;
    /** When that took effect. */
    @Nullable
    Instant arrivedAt;

    /** Whether the ticket was issued for it. */
    boolean issued;

    @Nullable
    RunBuilder waiting;

    @Nullable
    RunBuilder reWaiting;

    @Nullable
    RunBuilder serving;
    /** Whether no first wait runs or can begin here any more: it was called, ended, or sent into the queue anew. */
    boolean waited;
    /** Whether it was called since it was last sent into the queue. */
    boolean called;
    /** When it was over here by a terminal event; null while it is not. */
    @Nullable
    Instant closedAt;

    QueueStage(Stage stage) {
        this.stage = stage;
    }

    static boolean isOpen(@Nullable RunBuilder run) {
        return run != null && run.isOpen();
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Whether the first wait here goes on, or is to come. */
    boolean isStillWaiting() {
        return !waited && arrival != null;
    }

    /** Whether somebody waits here, for the first time or again, or is to. */
    boolean isAwaited() {
        return isStillWaiting() || isOpen(reWaiting);
    }
}
