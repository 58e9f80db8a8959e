package id.tepati.dashboard.query;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.standing.PromiseCounts;
import id.tepati.dashboard.standing.SourceSilence;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.standing.UnitQueue;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.source.Silence;
import id.tepati.rules.standing.UnitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How every unit stands now, each by its own cases alone: what a monitoring system samples.
 *
 * @param sources those of which it can be told whether they are silent
 * @param services what the services that promises are of are called, by id
 */
public record CitySample(
        List<PromiseCounts> promises, List<OfUnit> units, List<OfSource> sources, SortedMap<String, String> services) {
    /**
     * A unit.
     *
     * @param state as in the overview; null where it only gathers units below it
     * @param oldestOverdue for how long the most overdue open case has been so; zero without any
     * @param lastSeen when any of its sources was last heard of; null if never
     * @param loading whether its history comes in, so that these figures are provisional
     * @param queue null where there is none, or none is open
     */
    public record OfUnit(
            Unit unit,
            @Nullable UnitStatus state,
            Duration oldestOverdue,
            @Nullable Instant lastSeen,
            boolean loading,
            UnitQueue.@Nullable People queue) {}

    /** A source that sends heartbeats, and for how much open time it has sent nothing. */
    public record OfSource(UnitId unit, String source, Silence silence) {}

    /** Looks at every unit of the catalogue, ordered by id. */
    public static CitySample of(Model model, Standings standings, Instant now) {
        List<PromiseCounts> promises = new ArrayList<>();
        List<OfUnit> units = new ArrayList<>();
        Map<UnitId, Instant> lastSeen = lastSeen(model);
        Set<UnitId> loading = HistoryNotice.units(model);
        Map<UnitId, SourceSilence.OfUnit> sources = SourceSilence.ofUnits(model);
        for (UnitId id : model.catalogue().units()) {
            Unit unit = model.catalogue().unit(id).orElseThrow();
            Standings.Standing standing = standings.of(model, unit, now);
            promises.addAll(standing.promises());
            units.add(new OfUnit(
                    unit,
                    sources.getOrDefault(unit.id(), SourceSilence.OfUnit.NONE)
                            .status(standing.unit().status()),
                    overdue(standing.overdueSince(), now),
                    lastSeen.get(unit.id()),
                    loading.contains(unit.id()),
                    standing.queue().at(model.asOf().orElse(now), unit.id(), model.catalogue())));
        }
        return new CitySample(promises, units, silences(model), services(promises, model));
    }

    private static Duration overdue(@Nullable Instant since, Instant now) {
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private static SortedMap<String, String> services(List<PromiseCounts> promises, Model model) {
        SortedMap<String, String> names = new TreeMap<>();
        promises.forEach(promise ->
                names.put(promise.series().service(), promise.series().service()));
        for (Service service : model.catalogue().catalogue().services()) {
            names.replace(service.id().value(), service.name());
        }
        return names;
    }

    private static Map<UnitId, Instant> lastSeen(Model model) {
        Map<UnitId, Instant> latest = new HashMap<>();
        for (SourceRow row : model.sources()) {
            latest.merge(row.unit(), row.lastSeen(), Times::later);
        }
        return latest;
    }

    private static List<OfSource> silences(Model model) {
        List<OfSource> found = new ArrayList<>();
        for (SourceRow row : model.sources()) {
            SourceSilence.of(row, model)
                    .ifPresent(silence -> found.add(new OfSource(row.unit(), row.source(), silence)));
        }
        return found;
    }
}
