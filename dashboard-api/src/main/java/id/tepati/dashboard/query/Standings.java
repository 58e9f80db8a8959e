package id.tepati.dashboard.query;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalog.UnitVersion;
import id.tepati.rules.source.Silence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How every unit stands now, each by its own cases alone: what a monitoring system samples. Figures of services are
 * added up by promise name.
 *
 * @param sources those of which it can be told whether they are silent
 */
public record Standings(List<OfPromise> promises, List<OfUnit> units, List<OfSource> sources) {
    /** Local days of the long window, today included. */
    public static final int MONTH = 30;

    /** Local days of the short window, today included. */
    public static final int WEEK = 7;

    /**
     * A promise of a unit. The open ones are apart: late, at risk, and the others.
     *
     * @param target share to be kept, that of different services weighed by their verdicts; null where there is none
     * @param kept whether the month reaches the target; null without verdict or target
     */
    public record OfPromise(
            UnitId unit,
            String promise,
            Counts month,
            Counts week,
            long openLate,
            long openAtRisk,
            long openOther,
            @Nullable BigDecimal target,
            @Nullable Boolean kept) {}

    /** Verdicts of some days; {@code late} includes what is open still. */
    public record Counts(long onTime, long late) {
        static final Counts NONE = new Counts(0, 0);

        Counts plus(Counts more) {
            return new Counts(onTime + more.onTime, late + more.late);
        }

        /** How many promises came to a verdict. */
        public long n() {
            return onTime + late;
        }
    }

    /**
     * A unit.
     *
     * @param oldestOverdue for how long the most overdue open case has been so; zero without any
     * @param lastSeen when any of its sources was last heard of; null if never
     */
    public record OfUnit(
            UnitVersion unit,
            UnitState state,
            Duration oldestOverdue,
            @Nullable Instant lastSeen) {}

    /** A source that sends heartbeats, and for how much open time it has sent nothing. */
    public record OfSource(UnitId unit, String source, Silence silence) {}

    /** Looks at every unit of the catalogue, ordered by id. */
    public static Standings of(Model model, Instant now) {
        List<OfPromise> promises = new ArrayList<>();
        List<OfUnit> units = new ArrayList<>();
        Targets targets = new Targets(model.catalog(), now);
        Map<UnitId, Instant> lastSeen = lastSeen(model);
        for (UnitVersion unit : model.catalog().catalogue().units()) {
            UnitStanding standing = new UnitStanding(unit, now);
            model.figures(unit.id()).ifPresent(standing::add);
            List<OfPromise> own = standing.promises(targets);
            promises.addAll(own);
            units.add(new OfUnit(unit, UnitState.of(own), standing.oldestOverdue(), lastSeen.get(unit.id())));
        }
        return new Standings(promises, units, silences(model));
    }

    private static Map<UnitId, Instant> lastSeen(Model model) {
        Map<UnitId, Instant> latest = new HashMap<>();
        for (SourceRow row : model.sources()) {
            latest.merge(row.unit(), row.lastSeen(), (one, other) -> one.isAfter(other) ? one : other);
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
