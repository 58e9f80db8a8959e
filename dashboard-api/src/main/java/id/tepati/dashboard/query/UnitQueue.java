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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who waits at the counters of one unit, by service, whether or not these are open. Immutable. */
record UnitQueue(Map<String, Line> lines) {
    UnitQueue {
        lines = Map.copyOf(lines);
    }

    /**
     * The people who wait for one service.
     *
     * @param oldest since when the one waits who has waited longest; null where nobody does
     */
    record Line(long waiting, @Nullable Instant oldest) {
        private static final Line NOBODY = new Line(0, null);

        private Line plus(Instant since) {
            return new Line(waiting + 1, oldest == null ? since : Times.earlier(oldest, since));
        }
    }

    /** Gathers who waits. Confined to one query. */
    static final class Sum {
        private final Map<String, Line> lines = new TreeMap<>();

        /** A service in which people have waited at some time has a queue, if an empty one. */
        void add(Series series) {
            if (Queues.isWait(new PromiseName(series.promise()).clockId())) {
                lines.putIfAbsent(series.service(), Line.NOBODY);
            }
        }

        void add(HeldClock open) {
            if (Queues.isWait(open.clock())) {
                Line line = lines.getOrDefault(open.service(), Line.NOBODY);
                lines.put(open.service(), line.plus(open.start()));
            }
        }

        UnitQueue queue() {
            return new UnitQueue(lines);
        }
    }

    /** How it stands in the services that are open at an instant; null where none is. */
    @Nullable
    Queue at(Instant asOf, UnitId unit, CatalogueView catalogue) {
        boolean isOpen = false;
        long waiting = 0;
        Instant oldest = asOf;
        for (Map.Entry<String, Line> service : lines.entrySet()) {
            if (Queues.isOpen(catalogue, unit, service.getKey(), asOf)) {
                isOpen = true;
                Line line = service.getValue();
                waiting += line.waiting();
                oldest = line.oldest() == null ? oldest : Times.earlier(oldest, line.oldest());
            }
        }
        return isOpen ? new Queue(waiting, Duration.between(oldest, asOf)) : null;
    }
}
