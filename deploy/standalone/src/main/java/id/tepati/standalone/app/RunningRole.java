package id.tepati.standalone.app;

import id.tepati.dashboard.http.Health;
import io.javalin.config.JavalinConfig;

/** A role at work in this process. */
interface RunningRole {
    /** Declares its routes. */
    void addTo(JavalinConfig config);

    /** How it is. */
    Health health();
}
