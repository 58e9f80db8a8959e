package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.Series;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who waits at the counters of one unit, by service, whether or not these are open. Immutable. */
public record UnitQueue(Map<String, Line> lines) {
    /** Takes a copy. */
    public UnitQueue {
        lines = Map.copyOf(lines);
    }

    /**
     * The people who wait for one service.
     *
     * @param oldest since when the one waits who has waited longest; null where nobody does
     */
    public record Line(long waiting, @Nullable Instant oldest) {
        private static final Line NOBODY = new Line(0, null);

        private Line plus(long more, Instant since) {
            return new Line(waiting + more, oldest == null ? since : Times.earlier(oldest, since));
        }
    }

    /**
     * People who wait to be called, in the services that are open.
     *
     * @param oldestWait of the one who has waited for longest; zero where nobody waits
     */
    public record People(long waiting, Duration oldestWait) {}

    /** Gathers who waits. Confined to one query. */
    static final class Sum {
        private final Map<String, Line> lines = new TreeMap<>();

        /** A service in which people have waited at some time has a queue, if an empty one. */
        void add(Series series) {
            if (Counters.isWait(new PromiseName(series.promise()).clockId())) {
                lines.putIfAbsent(series.service(), Line.NOBODY);
            }
        }

        void add(ClockRows.AtCounter counted) {
            Line line = lines.getOrDefault(counted.service(), Line.NOBODY);
            lines.put(counted.service(), counted.isWait() ? line.plus(counted.count(), counted.oldest()) : line);
        }

        UnitQueue queue() {
            return new UnitQueue(lines);
        }
    }

    /** The services that have counters. */
    Set<String> services() {
        return lines.keySet();
    }

    /** How it stands in the services that are open at an instant; null where none is. */
    @Nullable
    public People at(Instant asOf, UnitId unit, CatalogueView catalogue) {
        boolean isOpen = false;
        long waiting = 0;
        Instant oldest = asOf;
        for (Map.Entry<String, Line> service : lines.entrySet()) {
            if (Counters.isOpen(catalogue, unit, service.getKey(), asOf)) {
                isOpen = true;
                Line line = service.getValue();
                waiting += line.waiting();
                oldest = line.oldest() == null ? oldest : Times.earlier(oldest, line.oldest());
            }
        }
        return isOpen ? new People(waiting, Duration.between(oldest, asOf)) : null;
    }
}
