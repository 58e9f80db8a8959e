package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Today's course against the usual one: how many cases were finished up to each half hour, and how many by then on the
 * same weekday of the weeks before. Counted anew at most once a minute. Belongs to one model. Thread-safe.
 */
public final class TodayAgainstUsual {
    private final Map<Of, Kept> kept = new ConcurrentHashMap<>();

    /**
     * The answer.
     *
     * @param unit null for all
     * @param day today, local to the unit
     * @param points the half hours from the first to the last in which anything was finished on any of these days
     * @param usualFrom the earlier days that the usual is taken from: those on which anything was finished
     */
    public record Answer(
            @Nullable Instant asOf,
            @Nullable Double freshness,
            @JsonInclude(Include.ALWAYS) @Nullable String unit,
            LocalDate day,
            List<LocalDate> usualFrom,
            List<Point> points) {}

    /**
     * One half hour.
     *
     * @param from local time at which it begins, for instance 08:30
     * @param finished cases finished in it; null while it lies ahead
     * @param late of those, the ones with a broken promise
     * @param total cases finished from midnight to its end, or to now
     * @param usual the median of that total over the earlier days; null where there are none
     */
    public record Point(
            String from,
            @JsonInclude(Include.ALWAYS) @Nullable Long finished,
            @JsonInclude(Include.ALWAYS) @Nullable Long late,
            @JsonInclude(Include.ALWAYS) @Nullable Long total,
            @JsonInclude(Include.ALWAYS) @Nullable Double usual) {}

    /** Of the same units there is one, whoever asks. */
    private record Of(@Nullable UnitId unit, Collection<UnitId> units) {}

    private record Kept(long minute, LocalDate day, List<LocalDate> usualFrom, List<Point> points) {}

    /** The course of a unit, with or without those below it, or of every unit. */
    public Answer answer(Model model, @Nullable UnitId unit, boolean subtree, Instant now) {
        long minute = now.getEpochSecond() / 60;
        Of of = new Of(unit, units(model, unit, subtree));
        Kept known = kept.get(of);
        if (known == null || known.minute() != minute) {
            known = count(model, of, minute, now);
            kept.put(of, known);
        }
        return new Answer(
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                unit == null ? null : unit.value(),
                known.day(),
                known.usualFrom(),
                known.points());
    }

    private static Kept count(Model model, Of of, long minute, Instant now) {
        ZoneId zone = zone(model, of);
        LocalDate today = LocalDate.ofInstant(now, zone);
        HalfHours halfHours = new HalfHours(today);
        for (UnitId unit : of.units()) {
            ZoneId its = model.catalogue().zone(unit);
            if (model.figures(unit).cases() > 0) {
                halfHours.days().forEach(day -> halfHours.add(model.cases(), unit, its, day));
            }
        }
        int reached = HalfHours.of(LocalTime.ofInstant(now, zone));
        return new Kept(minute, today, List.copyOf(halfHours.earlier().keySet()), points(halfHours, reached));
    }

    /** That of the unit, for all units that of the first one. */
    private static ZoneId zone(Model model, Of of) {
        return Optional.ofNullable(of.unit())
                .or(() -> of.units().stream().findFirst())
                .map(model.catalogue()::zone)
                .orElse(ZoneOffset.UTC);
    }

    private static Collection<UnitId> units(Model model, @Nullable UnitId unit, boolean subtree) {
        if (unit == null) {
            return model.catalogue().units();
        }
        return subtree ? model.catalogue().subtree(unit) : Set.of(unit);
    }

    private static List<Point> points(HalfHours halfHours, int reached) {
        List<long[]> totals = halfHours.earlier().values().stream()
                .map(TodayAgainstUsual::runningTotal)
                .toList();
        List<Point> points = new ArrayList<>();
        long total = 0;
        for (int at : halfHours.withinHours().toArray()) {
            total += halfHours.finished(at);
            String from = HalfHours.beginning(at).toString();
            Double usual = median(totals, at);
            points.add(
                    at > reached
                            ? new Point(from, null, null, null, usual)
                            : new Point(from, halfHours.finished(at), halfHours.late(at), total, usual));
        }
        return points;
    }

    private static long[] runningTotal(long[] counts) {
        long[] totals = counts.clone();
        Arrays.parallelPrefix(totals, Long::sum);
        return totals;
    }

    private static @Nullable Double median(List<long[]> totals, int at) {
        if (totals.isEmpty()) {
            return null;
        }
        long[] sorted = totals.stream().mapToLong(day -> day[at]).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
