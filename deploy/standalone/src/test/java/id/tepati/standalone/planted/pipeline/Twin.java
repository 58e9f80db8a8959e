package id.tepati.standalone.planted.pipeline;

import java.net.http.HttpClient;
import java.time.Instant;

/** Tells the time on its own, speaks to servers on its own, and has the name of another. */
public final class Twin {
    /** By the wall clock. */
    public Instant time() {
        return Instant.now();
    }

    /** A client beside the one client. */
    public HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
