package id.tepati.dashboard.query;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.Series;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.source.Silence;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<OfPromise> promises, List<OfUnit> units, List<OfSource> sources, SortedMap<String, String> services) {
    /** Local days of the short window, today included. */
    public static final int WEEK = 7;

    /**
     * A promise of a service of a unit. Those that are open are told apart: late, at risk, and the others.
     *
     * @param month over the days of {@link UnitStatus#DAYS}
     * @param target share to be kept; null where there is none
     */
    public record OfPromise(
            UnitId unit,
            Series series,
            Attainment month,
            Attainment week,
            long openLate,
            long openAtRisk,
            long openOther,
            @Nullable BigDecimal target) {
        /** Whether the month reaches the target; empty without verdict or target. */
        public Optional<Boolean> kept() {
            return month.reaches(target);
        }
    }

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
            @Nullable Queue queue) {}

    /**
     * People who wait to be called, in the services that are open now.
     *
     * @param oldestWait of the one who has waited for longest; zero where nobody waits
     */
    public record Queue(long waiting, Duration oldestWait) {}

    /** A source that sends heartbeats, and for how much open time it has sent nothing. */
    public record OfSource(UnitId unit, String source, Silence silence) {}

    /** Looks at every unit of the catalogue, ordered by id. */
    public static CitySample of(Model model, Instant now) {
        List<OfPromise> promises = new ArrayList<>();
        List<OfUnit> units = new ArrayList<>();
        Targets targets = new Targets(model.catalogue(), now);
        Map<UnitId, Instant> lastSeen = lastSeen(model);
        Set<UnitId> loading = HistoryNotice.units(model);
        Map<UnitId, SourceSilence.OfUnit> sources = SourceSilence.ofUnits(model);
        for (Unit unit : model.catalogue().catalogue().units()) {
            UnitSampler sampler = new UnitSampler(unit, now);
            model.figures(unit.id()).ifPresent(sampler::add);
            List<OfPromise> own = sampler.promises(targets);
            promises.addAll(own);
            units.add(new OfUnit(
                    unit,
                    sources.getOrDefault(unit.id(), SourceSilence.OfUnit.NONE).status(state(model, unit.id(), own)),
                    sampler.oldestOverdue(),
                    lastSeen.get(unit.id()),
                    loading.contains(unit.id()),
                    sampler.queue().at(model.asOf().orElse(now), unit.id(), model.catalogue())));
        }
        return new CitySample(promises, units, silences(model), services(promises, model));
    }

    private static SortedMap<String, String> services(List<OfPromise> promises, Model model) {
        SortedMap<String, String> names = new TreeMap<>();
        promises.forEach(promise ->
                names.put(promise.series().service(), promise.series().service()));
        for (Service service : model.catalogue().catalogue().services()) {
            names.replace(service.id().value(), service.name());
        }
        return names;
    }

    private static @Nullable UnitStatus state(Model model, UnitId unit, List<OfPromise> promises) {
        List<UnitStatus> statuses = promises.stream()
                .map(promise -> UnitStatus.of(promise.month(), promise.target()))
                .toList();
        boolean isGathering = model.catalogue().subtree(unit).size() > 1;
        return UnitStatus.ofUnit(statuses, !promises.isEmpty(), isGathering).orElse(null);
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
