package id.tepati.standalone.planted.pipeline;

import java.time.Instant;

/** Tells the time on its own, and has the name of another. */
public final class Twin {
    /** By the wall clock. */
    public Instant time() {
        return Instant.now();
    }
}
