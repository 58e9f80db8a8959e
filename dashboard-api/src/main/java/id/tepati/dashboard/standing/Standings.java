package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.UnitFigures;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
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

    /**
     * How a unit and each of its promises stand, its sources left out, and who waits there, the first few of each order.
     *
     * @param overdueSince since when the most overdue open promise has been so; null without any
     */
    public record Standing(
            UnitStanding unit,
            List<PromiseCounts> promises,
            UnitQueue queue,
            @Nullable Instant overdueSince,
            List<Waiting> late,
            List<Waiting> lastLate,
            List<Waiting> oldest) {}

    private record Kept(long revision, long catalogueRevision, Instant from, Instant until, Standing standing) {
        boolean holds(long revision, long catalogueRevision, Instant now) {
            return this.revision == revision
                    && this.catalogueRevision == catalogueRevision
                    && !now.isBefore(from)
                    && now.isBefore(until);
        }
    }

    /** That of a unit now. */
    public Standing of(Model model, Unit unit, Instant now) {
        UnitFigures figures = model.figures(unit.id());
        long revision = figures.revision();
        long catalogueRevision = model.catalogue().revision();
        Kept known = kept.get(unit.id());
        if (known != null && known.holds(revision, catalogueRevision, now)) {
            return known.standing();
        }
        UnitSum sum = new UnitSum(unit, now);
        sum.add(figures);
        sum.add(model.clocks().atCounters(Set.of(unit.id())));
        OpenCases open = OpenCases.of(model, unit.id(), sum.queue(), now);
        List<PromiseCounts> promises = sum.promises(new Targets(model.catalogue(), now));
        Standing standing = new Standing(
                standing(model, unit, promises, figures),
                promises,
                sum.queue(),
                open.overdueSince(),
                open.late(),
                open.lastLate(),
                open.oldest());
        kept.put(unit.id(), new Kept(revision, catalogueRevision, now, open.until(), standing));
        return standing;
    }

    private static UnitStanding standing(Model model, Unit unit, List<PromiseCounts> promises, UnitFigures figures) {
        return new UnitStanding(
                unit.id().value(),
                unit.name(),
                unit.type(),
                Optional.ofNullable(unit.parent()).map(UnitId::value).orElse(null),
                status(model, unit, promises, figures),
                promises.stream()
                        .map(PromiseStanding::of)
                        .max(PromiseStanding.WORSE)
                        .orElse(null),
                figures.open(),
                figures.atRisk(),
                figures.late(),
                0,
                figures.revision());
    }

    private static @Nullable UnitStatus status(
            Model model, Unit unit, List<PromiseCounts> promises, UnitFigures figures) {
        List<UnitStatus> statuses = promises.stream().map(PromiseCounts::status).toList();
        boolean isGathering = model.catalogue().subtree(unit.id()).size() > 1;
        return UnitStatus.ofUnit(statuses, figures.open() > 0, isGathering).orElse(null);
    }
}
