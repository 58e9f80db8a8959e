package id.tepati.client;

import java.util.concurrent.CompletableFuture;

/** A stream of server-sent events that is being read. Thread-safe. */
public final class EventStream implements AutoCloseable {
    private final CompletableFuture<?> reading;

    EventStream(CompletableFuture<?> reading) {
        this.reading = reading;
    }

    /** Whether nothing further comes, because the server ended it, the connection broke, or it was closed here. */
    public boolean isEnded() {
        return reading.isDone();
    }

    /** Reads no further; closes the connection. */
    @Override
    public void close() {
        reading.cancel(true);
    }
}
