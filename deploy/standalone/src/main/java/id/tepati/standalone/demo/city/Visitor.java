package id.tepati.standalone.demo.city;

import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who holds a queue ticket, and where they are on their way through the stages. Not thread-safe. */
final class Visitor {
    private final CaseEventLog log;
    private final int place;
    private final boolean first;
    private @Nullable Instant ready;

    /**
     * Somebody who has come.
     *
     * @param place in the order of coming
     * @param first whether they are called before those who came earlier: elderly, pregnant, disabled
     */
    Visitor(CaseEventLog log, int place, boolean first, Instant ready) {
        this.log = log;
        this.place = place;
        this.first = first;
        this.ready = ready;
    }

    int place() {
        return place;
    }

    boolean first() {
        return first;
    }

    /** Since when they wait for the next stage; null once they have left. */
    @Nullable
    Instant ready() {
        return ready;
    }

    void waitFrom(Instant since) {
        ready = since;
    }

    void leave() {
        ready = null;
    }

    void add(EventType type, Instant at, StagePlan stage) {
        add(type, at, stage, Map.of());
    }

    void add(EventType type, Instant at, StagePlan stage, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        if (!stage.isOnly()) {
            data.put("stage", stage.id());
        }
        log.add(type, at, data);
    }
}
