package id.tepati.standalone.app;

import id.tepati.dashboard.http.Health;
import io.javalin.config.JavalinConfig;
import java.util.Collection;
import java.util.Map;

/** A role at work in this process. */
interface RunningRole {
    /** Declares its routes. */
    void addTo(JavalinConfig config);

    /** How it is. */
    Health health();

    /**
     * Where everything of it stands that should move now, by name.
     *
     * @param all roles of the process, this one included
     */
    default Map<?, ?> positions(Collection<RunningRole> all) {
        return Map.of();
    }

    /** Whether it brings forth something all the time that others of the process should then show. */
    default boolean isProducing() {
        return false;
    }

    /** Begins the sentence that tells for how long it has stood still. */
    default String standing() {
        return "Nothing has moved";
    }
}
