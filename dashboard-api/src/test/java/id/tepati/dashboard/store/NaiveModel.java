package id.tepati.dashboard.store;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what the model answers by looking at every record. */
final class NaiveModel {
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Function<UnitId, ZoneId> zones;
    private final Map<CaseKey, CaseRow> cases = new HashMap<>();
    private final Map<TallyKey, DayTally> tallies = new HashMap<>();
    private Instant now;

    NaiveModel(Function<UnitId, ZoneId> zones, Instant now) {
        this.zones = zones;
        this.now = now;
    }

    record TallyKey(UnitId unit, Series series, LocalDate day) {}

    /** A clock and where it stands in its case. */
    record Placed(CaseRow of, int place, ClockRow clock) {
        String name() {
            return name(of.unit(), of.caseId(), place);
        }

        static String name(String unit, String caseId, long place) {
            return unit + "|" + caseId + "|" + place;
        }
    }

    Map<CaseKey, CaseRow> cases() {
        return cases;
    }

    Map<TallyKey, DayTally> tallies() {
        return tallies;
    }

    Instant now() {
        return now;
    }

    void now(Instant next) {
        now = next;
    }

    private boolean isAtRisk(ClockRow clock) {
        return clock.open()
                && clock.outcome().equals("open")
                && clock.atRiskFrom() != null
                && !clock.atRiskFrom().isAfter(now);
    }

    private static boolean isLate(ClockRow clock) {
        return clock.outcome().equals("late");
    }

    private static boolean runs(ClockRow clock) {
        return clock.open() && clock.promise() != null;
    }

    private List<CaseRow> of(UnitId unit) {
        return cases.values().stream()
                .filter(row -> row.unit().equals(unit.value()))
                .sorted(Comparator.comparing(CaseRow::caseId, BY_BYTES))
                .toList();
    }

    private Stream<Placed> placed(UnitId unit) {
        return of(unit).stream().flatMap(row -> {
            List<Placed> clocks = new ArrayList<>();
            row.clocks().forEach(clock -> clocks.add(new Placed(row, clocks.size(), clock)));
            return clocks.stream();
        });
    }

    private static long count(Collection<CaseRow> rows, Predicate<CaseRow> which) {
        return rows.stream().filter(which).count();
    }

    /** Cases, incomplete ones, those that run, of these those at risk and those late. */
    List<Long> unitFigures(UnitId unit) {
        List<CaseRow> own = of(unit);
        Predicate<CaseRow> runs = row -> row.clocks().stream().anyMatch(NaiveModel::runs);
        Predicate<CaseRow> late = row -> row.clocks().stream().anyMatch(clock -> runs(clock) && isLate(clock));
        Predicate<CaseRow> atRisk = row -> row.clocks().stream().anyMatch(clock -> runs(clock) && isAtRisk(clock));
        return List.of(
                (long) own.size(),
                count(own, CaseRow::incomplete),
                count(own, runs),
                count(own, late.negate().and(atRisk)),
                count(own, late));
    }

    /** Clocks that run: late, at risk, others; and whether there are tallies. */
    List<Object> promiseFigures(UnitId unit, Series series) {
        List<ClockRow> running = placed(unit)
                .map(Placed::clock)
                .filter(clock -> runs(clock)
                        && clock.service().equals(series.service())
                        && clock.promise().equals(series.promise()))
                .toList();
        long late = running.stream().filter(NaiveModel::isLate).count();
        long atRisk = running.stream().filter(this::isAtRisk).count();
        boolean tallied = tallies.keySet().stream()
                .anyMatch(key -> key.unit().equals(unit) && key.series().equals(series));
        return List.of(late, atRisk, running.size() - late - atRisk, tallied);
    }

    Map<TallyKey, DayTally> days(Collection<UnitId> units, LocalDate from, LocalDate to) {
        return tallies.entrySet().stream()
                .filter(entry -> units.contains(entry.getKey().unit())
                        && !entry.getKey().day().isBefore(from)
                        && !entry.getKey().day().isAfter(to))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The clocks that a filter means, in the order of lists. */
    List<Placed> list(Collection<UnitId> units, ClockFilter filter) {
        Comparator<Placed> major = Comparator.comparing(placed -> major(filter, placed.clock()));
        return units.stream()
                .flatMap(unit -> placed(unit).filter(placed -> isMeant(filter, unit, placed.clock())))
                .sorted(major.thenComparing(NaiveModel::due)
                        .thenComparing(placed -> placed.of().unit())
                        .thenComparing(placed -> placed.of().caseId(), BY_BYTES)
                        .thenComparing(Placed::place))
                .toList();
    }

    private static Instant due(Placed placed) {
        return Objects.requireNonNullElse(placed.clock().due(), Instant.MAX);
    }

    private static long major(ClockFilter filter, ClockRow clock) {
        boolean byDue = filter.state() != null && filter.state() != ClockStatus.CLOSED;
        return byDue
                ? 0
                : switch (filter.by()) {
                    case VERDICT -> figureDay(clock).toEpochDay();
                    case RECEIVED -> clock.startDay().toEpochDay();
                    case FINISHED -> clock.end().getEpochSecond();
                };
    }

    private static LocalDate figureDay(ClockRow clock) {
        return clock.verdictDay() == null ? clock.startDay() : clock.verdictDay();
    }

    private boolean isMeant(ClockFilter filter, UnitId unit, ClockRow clock) {
        return clock.promise() != null
                && isEqualOrAny(filter.service(), clock.service())
                && isEqualOrAny(filter.clock(), clock.clock())
                && isEqualOrAny(filter.promise(), clock.promise())
                && (filter.outcomes().isEmpty()
                        || filter.outcomes().contains(WireName.parse(Outcome.class, clock.outcome())))
                && (filter.state() == null || stands(clock, filter.state()))
                && (filter.by() != DateBasis.FINISHED || clock.end() != null)
                && isWithin(filter, day(filter.by(), unit, clock));
    }

    private static boolean isEqualOrAny(String asked, String value) {
        return asked == null || asked.equals(value);
    }

    private boolean stands(ClockRow clock, ClockStatus state) {
        return switch (state) {
            case OPEN -> clock.open();
            case AT_RISK -> isAtRisk(clock);
            case OVERDUE -> clock.open() && isLate(clock);
            case CLOSED -> !clock.open();
        };
    }

    private LocalDate day(DateBasis by, UnitId unit, ClockRow clock) {
        return switch (by) {
            case VERDICT -> figureDay(clock);
            case RECEIVED -> clock.startDay();
            case FINISHED -> LocalDate.ofInstant(clock.end(), zones.apply(unit));
        };
    }

    private static boolean isWithin(ClockFilter filter, LocalDate day) {
        return (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.to() == null || !day.isAfter(filter.to()));
    }

    /** The clocks of a unit that run and are late, the earliest due first. */
    List<Placed> late(UnitId unit) {
        return placed(unit)
                .filter(placed -> runs(placed.clock()) && isLate(placed.clock()))
                .sorted(Comparator.comparing(NaiveModel::due))
                .toList();
    }

    /** The same, the latest due first. */
    List<Placed> lastLate(UnitId unit) {
        return late(unit).stream()
                .sorted(Comparator.comparing(NaiveModel::due).reversed())
                .toList();
    }

    /** When those started that run, at counters or not, in services; the first first. */
    List<Instant> longest(UnitId unit, boolean atCounter, Collection<String> services) {
        return placed(unit)
                .map(Placed::clock)
                .filter(clock -> runs(clock) && isAtCounter(clock) == atCounter && services.contains(clock.service()))
                .map(ClockRow::start)
                .sorted()
                .toList();
    }

    private static boolean isAtCounter(ClockRow clock) {
        return clock.clock().equals("waiting") || clock.clock().equals("serving");
    }

    /** How many run at the counters of a unit. */
    long atCounters(UnitId unit) {
        return placed(unit)
                .filter(placed -> placed.clock().open() && isAtCounter(placed.clock()))
                .count();
    }

    /** How many a unit served after an instant up to now. */
    long served(UnitId unit, Instant after) {
        return placed(unit)
                .map(Placed::clock)
                .filter(clock -> clock.clock().equals("serving") && clock.seconds() != null)
                .filter(clock -> clock.end().isAfter(after) && !clock.end().isAfter(now))
                .count();
    }

    /** Ids of the incomplete cases of a unit. */
    List<String> incomplete(UnitId unit) {
        return of(unit).stream()
                .filter(CaseRow::incomplete)
                .map(CaseRow::caseId)
                .toList();
    }

    /** When the cases of a unit were finished, and whether a promise of them was broken, in no particular order. */
    List<CaseRows.Finished> finished(UnitId unit) {
        return of(unit).stream()
                .filter(row -> row.clocks().stream().noneMatch(ClockRow::open)
                        && row.clocks().stream().anyMatch(clock -> clock.seconds() != null))
                .map(row -> new CaseRows.Finished(
                        row.clocks().stream()
                                .map(ClockRow::end)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        row.clocks().stream().anyMatch(NaiveModel::isLate)))
                .toList();
    }
}
