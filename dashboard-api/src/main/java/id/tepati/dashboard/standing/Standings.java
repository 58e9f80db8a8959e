package id.tepati.dashboard.standing;

import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.UnitFigures;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        long revision = model.figures(unit.id()).map(UnitFigures::revision).orElse(0L);
        long catalogueRevision = model.catalogue().revision();
        Kept known = kept.get(unit.id());
        if (known != null && known.holds(revision, catalogueRevision, now)) {
            return known.standing();
        }
        UnitSum sum = new UnitSum(unit, now);
        OpenCases open = new OpenCases(model.catalogue(), unit.id(), now);
        model.figures(unit.id()).ifPresent(figures -> {
            sum.add(figures);
            figures.openCases().forEach(open::add);
        });
        List<PromiseCounts> promises = sum.promises(new Targets(model.catalogue(), now));
        Standing standing = new Standing(
                standing(model, unit, promises, open, revision),
                promises,
                sum.queue(),
                sum.overdueSince(),
                open.late(),
                open.lastLate(),
                open.oldest());
        kept.put(unit.id(), new Kept(revision, catalogueRevision, now, open.until(), standing));
        return standing;
    }

    private static UnitStanding standing(
            Model model, Unit unit, List<PromiseCounts> promises, OpenCases open, long revision) {
        return new UnitStanding(
                unit.id().value(),
                unit.name(),
                unit.type(),
                Optional.ofNullable(unit.parent()).map(UnitId::value).orElse(null),
                status(model, unit, promises, open),
                promises.stream()
                        .map(PromiseStanding::of)
                        .max(PromiseStanding.WORSE)
                        .orElse(null),
                open.open(),
                open.atRisk(),
                open.overdue(),
                0,
                revision);
    }

    private static @Nullable UnitStatus status(Model model, Unit unit, List<PromiseCounts> promises, OpenCases open) {
        List<UnitStatus> statuses = promises.stream().map(PromiseCounts::status).toList();
        boolean isGathering = model.catalogue().subtree(unit.id()).size() > 1;
        return UnitStatus.ofUnit(statuses, open.open() > 0, isGathering).orElse(null);
    }
}
