package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.dashboard.standing.Counters;
import id.tepati.dashboard.store.ClockRows;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who waits now, for how long, and how fast they are served: one line for each stage of each service of each unit. */
public final class Queues {
    private Queues() {}

    /** The answer; {@code waiting} sums up those of the lines that are shown. */
    public record Answer(
            @Nullable Instant asOf,
            @Nullable Double freshness,
            long waiting,
            @JsonInclude(Include.ALWAYS) @Nullable Instant oldestSince,
            List<Row> rows,
            @Nullable String next) {}

    /**
     * One queue. Outside of opening windows nobody is shown as waiting.
     *
     * @param stage {@code main} where the service has no stages
     * @param open whether a window of the service is open now
     * @param waiting people who wait for their first call, or again; null while closed
     * @param oldestSince since when the one waits who has waited longest; null where nobody does
     * @param oldestWait the same in seconds
     * @param serving people at a counter
     * @param servedLastHour services in the stage that ended within the last hour, counted at most once a second
     */
    public record Row(
            String unit,
            String service,
            String stage,
            boolean open,
            @JsonInclude(Include.ALWAYS) @Nullable Long waiting,
            @JsonInclude(Include.ALWAYS) @Nullable Instant oldestSince,
            @JsonInclude(Include.ALWAYS) @Nullable Long oldestWait,
            long serving,
            long servedLastHour) {}

    private record Key(String unit, String service, String stage) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::unit).thenComparing(Key::service).thenComparing(Key::stage);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        String text() {
            return unit + "|" + service + "|" + stage;
        }
    }

    private static final class Line {
        private long waiting;
        private @Nullable Instant oldest;
        private long serving;
        private long served;

        void waits(long more, Instant since) {
            waiting += more;
            if (oldest == null || since.isBefore(oldest)) {
                oldest = since;
            }
        }
    }

    /** The queues of the units and services asked for in which anything goes on, or did within the last hour. */
    public static Answer answer(Model model, Scope scope, Page.Wanted wanted, ServedLastHour served, Instant now) {
        Instant asOf = model.asOf().orElse(now);
        Map<Key, Line> lines = new TreeMap<>();
        Set<UnitId> units = scope.units(model.catalogue());
        model.clocks().atCounters(units).forEach(counted -> add(counted, scope, lines));
        for (UnitId unit : units) {
            served.at(unit, model, asOf).forEach((counter, count) -> addServed(unit, counter, count, scope, lines));
        }
        List<Row> all = new ArrayList<>();
        lines.forEach((key, line) -> all.add(row(model, key, line, asOf)));
        Page<Row> page = Page.of(all, row -> new Key(row.unit(), row.service(), row.stage()).text(), wanted);
        return new Answer(
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                all.stream()
                        .mapToLong(row -> row.waiting() == null ? 0 : row.waiting())
                        .sum(),
                all.stream()
                        .flatMap(row -> Stream.ofNullable(row.oldestSince()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                page.items(),
                page.next());
    }

    private static void add(ClockRows.AtCounter counted, Scope scope, Map<Key, Line> lines) {
        if (!isAsked(counted.service(), scope)) {
            return;
        }
        ServedLastHour.Counter counter = ServedLastHour.Counter.of(counted.service(), counted.stage());
        if (counted.isWait()) {
            lineOf(counted.unit(), counter, lines).waits(counted.count(), counted.oldest());
        } else if (counted.clock().equals(ClockKind.SERVING.id())) {
            lineOf(counted.unit(), counter, lines).serving += counted.count();
        }
    }

    private static void addServed(
            UnitId unit, ServedLastHour.Counter counter, long count, Scope scope, Map<Key, Line> lines) {
        if (isAsked(counter.service(), scope)) {
            lineOf(unit.value(), counter, lines).served = count;
        }
    }

    private static boolean isAsked(String service, Scope scope) {
        return scope.service() == null || scope.service().equals(service);
    }

    private static Line lineOf(String unit, ServedLastHour.Counter counter, Map<Key, Line> lines) {
        return lines.computeIfAbsent(new Key(unit, counter.service(), counter.stage()), absent -> new Line());
    }

    private static Row row(Model model, Key key, Line line, Instant asOf) {
        boolean open = Counters.isOpen(model.catalogue(), new UnitId(key.unit), key.service, asOf);
        Instant oldest = open ? line.oldest : null;
        return new Row(
                key.unit,
                key.service,
                key.stage,
                open,
                open ? line.waiting : null,
                oldest,
                oldest == null ? null : waited(oldest, asOf).toSeconds(),
                line.serving,
                line.served);
    }

    /** How long somebody has waited; who came later than the figures stand for has not waited yet. */
    static Duration waited(Instant since, Instant asOf) {
        return since.isAfter(asOf) ? Duration.ZERO : Duration.between(since, asOf);
    }
}
