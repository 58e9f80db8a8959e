package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out how units stand and remembers it for as long as it holds, so that one more viewer costs nothing and a change
 * costs its own unit alone. Belongs to one model. Thread-safe.
 */
public final class Standings {
    private final Map<UnitId, Kept> kept = new ConcurrentHashMap<>();

    /** How a unit stands, its sources left out, and who waits there, the first few of each order. */
    record Standing(UnitStanding unit, List<Waiting> late, List<Waiting> lastLate, List<Waiting> oldest) {}

    private record Kept(long revision, long catalogueRevision, Instant from, Instant until, Standing standing) {
        boolean holds(long revision, long catalogueRevision, Instant now) {
            return this.revision == revision
                    && this.catalogueRevision == catalogueRevision
                    && !now.isBefore(from)
                    && now.isBefore(until);
        }
    }

    Standing of(Model model, Unit unit, Instant now) {
        long revision = model.figures(unit.id()).map(UnitFigures::revision).orElse(0L);
        long catalogueRevision = model.catalogue().revision();
        Kept known = kept.get(unit.id());
        if (known != null && known.holds(revision, catalogueRevision, now)) {
            return known.standing();
        }
        OpenCases open = new OpenCases(model.catalogue(), unit.id(), now);
        model.figures(unit.id()).ifPresent(figures -> figures.openCases().forEach(open::add));
        Standing standing =
                new Standing(standing(model, unit, open, revision, now), open.late(), open.lastLate(), open.oldest());
        kept.put(unit.id(), new Kept(revision, catalogueRevision, now, open.until(), standing));
        return standing;
    }

    private static UnitStanding standing(Model model, Unit unit, OpenCases open, long revision, Instant now) {
        PromiseStanding worst = worst(model, unit, now);
        return new UnitStanding(
                unit.id().value(),
                unit.name(),
                unit.type(),
                Optional.ofNullable(unit.parent()).map(UnitId::value).orElse(null),
                status(model, unit, worst, open),
                worst,
                open.open(),
                open.atRisk(),
                open.overdue(),
                0,
                revision);
    }

    private static @Nullable UnitStatus status(
            Model model, Unit unit, @Nullable PromiseStanding worst, OpenCases open) {
        List<UnitStatus> promises = worst == null ? List.of() : List.of(worst.status());
        boolean isGathering = model.catalogue().subtree(unit.id()).size() > 1;
        return UnitStatus.ofUnit(promises, open.open() > 0, isGathering).orElse(null);
    }

    private static @Nullable PromiseStanding worst(Model model, Unit unit, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, unit.zone());
        Targets targets = new Targets(model.catalogue(), now);
        List<PromiseStanding> promises = new ArrayList<>();
        model.figures(unit.id())
                .ifPresent(figures -> figures.days().forEach((series, days) -> {
                    Attainment attainment =
                            days.subMap(today.minusDays(UnitStatus.DAYS - 1L), true, today, true).values().stream()
                                    .map(day -> new Attainment(day.onTime(), day.late()))
                                    .reduce(Attainment.NONE, Attainment::plus);
                    Set<Sum.Source> source = Set.of(new Sum.Source(unit.id().value(), series.service()));
                    promises.add(PromiseStanding.of(series, attainment, targets.sharedBy(source, series.promise())));
                }));
        return promises.stream().max(PromiseStanding.WORSE).orElse(null);
    }
}
