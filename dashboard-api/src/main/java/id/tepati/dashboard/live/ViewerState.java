package id.tepati.dashboard.live;

import java.util.function.BooleanSupplier;

/** A viewer of a subscription, and what it has had. Guarded by {@link LiveUpdates}. */
final class ViewerState {
    private final Viewer viewer;
    private final BooleanSupplier stillMay;
    private int sinceAsked;
    private int sinceSent = LiveUpdates.TICKS_BETWEEN_UPDATES;
    private int sinceStuck;
    private boolean behind = true;

    /** A viewer that has had nothing yet. */
    ViewerState(Viewer viewer, BooleanSupplier stillMay) {
        this.viewer = viewer;
        this.stillMay = stillMay;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Counts a tick. */
    void tick() {
        sinceSent++;
        sinceAsked++;
    }

    /** Whether the viewer may see what is told here; asked anew once a second. */
    boolean stillMay() {
        if (sinceAsked < LiveUpdates.TICKS_BETWEEN_UPDATES) {
            return true;
        }
        sinceAsked = 0;
        return stillMay.getAsBoolean();
    }

    /** Whether the changes since the update before would leave gaps, so that the viewer needs everything. */
    boolean isBehind() {
        return behind;
    }

    /** There is an update that this viewer did not get. */
    void fallBehind() {
        behind = true;
    }

    /** Whether the last update lies back far enough. */
    boolean isDue() {
        return sinceSent >= LiveUpdates.TICKS_BETWEEN_UPDATES;
    }

    /** Whether nothing was sent for so long that somebody on the way may close the line. */
    boolean needsKeepAlive() {
        return sinceSent >= LiveUpdates.KEEP_ALIVE_TICKS;
    }

    /** Whether the viewer has taken nothing for too long. */
    boolean isStuck() {
        return sinceStuck >= LiveUpdates.TICKS_UNTIL_DROPPED;
    }

    /** Offers a message; one that cannot be taken now is gone. */
    boolean offer(byte[] message) {
        if (viewer.offer(message)) {
            sinceSent = 0;
            sinceStuck = 0;
            return true;
        }
        sinceStuck++;
        return false;
    }

    /** Offers an update. */
    void update(byte[] message) {
        behind = !offer(message);
    }
}
