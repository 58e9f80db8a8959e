package id.tepati.dashboard.query;

import id.tepati.dashboard.query.CitySample.Queue;
import id.tepati.dashboard.readmodel.CatalogueView;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers who waits at the counters of one unit. Confined to one query. */
final class UnitQueue {
    private final Map<String, List<Instant>> waitingSince = new TreeMap<>();

    /** A service in which people have waited at some time has a queue, if an empty one. */
    void add(Series series) {
        if (Queues.isWait(new PromiseName(series.promise()).clockId())) {
            since(series.service());
        }
    }

    void add(HeldClock open) {
        if (Queues.isWait(open.clock())) {
            since(open.service()).add(open.start());
        }
    }

    private List<Instant> since(String service) {
        return waitingSince.computeIfAbsent(service, absent -> new ArrayList<>());
    }

    /** How it stands in the services that are open at an instant; null where none is. */
    @Nullable
    Queue at(Instant asOf, UnitId unit, CatalogueView catalogue) {
        boolean isOpen = false;
        long waiting = 0;
        Instant oldest = asOf;
        for (Map.Entry<String, List<Instant>> service : waitingSince.entrySet()) {
            if (Queues.isOpen(catalogue, unit, service.getKey(), asOf)) {
                isOpen = true;
                waiting += service.getValue().size();
                for (Instant since : service.getValue()) {
                    oldest = Times.earlier(oldest, since);
                }
            }
        }
        return isOpen ? new Queue(waiting, Duration.between(oldest, asOf)) : null;
    }
}
