package id.tepati.dashboard.live;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to one viewer. It holds one message at most and never blocks a thread: while the viewer has not taken a
 * message it is offered no other. Thread-safe.
 */
final class Viewer implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

    private final ServletOutputStream out;
    private final Runnable cut;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean open;
    private boolean unflushed;
    private byte @Nullable [] message;

    /**
     * A line that opens when the server first calls {@link #onWritePossible}.
     *
     * @param cut closes the connection, whatever is under way on it
     */
    Viewer(ServletOutputStream out, Runnable cut) {
        this.out = out;
        this.cut = cut;
    }

    /** Completes when the line is closed, by either side. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Does something when the line is closed; in whatever thread that is. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void onEnd(Runnable reaction) {
        ended.thenRun(reaction);
    }

    /** Sends a message if the one before is on its way; the bytes are shared and must not change. */
    synchronized boolean offer(byte[] next) {
        boolean awaitsTheFirst = !open && message == null;
        if (!awaitsTheFirst && !drained()) {
            return false;
        }
        message = next;
        drained();
        return true;
    }

    @Override
    public synchronized void onWritePossible() {
        open = true;
        drained();
    }

    @Override
    public void onError(Throwable lost) {
        LOG.atDebug().addKeyValue("reason", String.valueOf(lost.getMessage())).log("viewer lost");
        ended.complete(null);
    }

    /** Whether everything was handed to the connection. */
    private boolean drained() {
        try {
            while (open && !ended.isDone() && out.isReady()) {
                if (message != null) {
                    byte[] next = message;
                    message = null;
                    unflushed = true;
                    out.write(next);
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return true;
                }
            }
        } catch (IOException lost) {
            onError(lost);
        }
        return false;
    }

    /** Ends the line after what was sent. */
    void close() {
        ended.complete(null);
    }

    /** Ends the line at once; what it held is lost. */
    void drop() {
        cut.run();
        ended.complete(null);
    }
}
