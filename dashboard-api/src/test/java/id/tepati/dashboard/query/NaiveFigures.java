package id.tepati.dashboard.query;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.dashboard.readmodel.GeneratedCity;
import id.tepati.dashboard.readmodel.GeneratedCity.Place;
import id.tepati.rules.UnitId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a generated city as a reader of the documentation would count them, case by case; with nothing of what
 * is tested, not even its constants.
 */
final class NaiveFigures {
    private static final List<String> BEST_LAST = List.of("no-data", "no-target", "kept", "at-risk", "not-kept");
    private static final List<String> WAITS = List.of("waiting", "re-waiting");

    private final GeneratedCity city;
    private final Instant now;
    private final Map<String, List<CaseRow>> cases;

    /** What is said of a promise over some days. */
    record OfPromise(
            String unit,
            String service,
            String promise,
            long onTime,
            long late,
            Double attainment,
            Double target,
            Boolean kept,
            String status) {
        long n() {
            return onTime + late;
        }

        private double shortfall() {
            return target == null || attainment == null ? 0 : target - attainment;
        }
    }

    /** Clocks of a promise that run. */
    record Open(String unit, String service, String promise, long late, long atRisk, long other) {
        long all() {
            return late + atRisk + other;
        }
    }

    /** What is said of a unit; status null where it only gathers. */
    record OfUnit(String unit, String status, OfPromise worst, long open, long atRisk, long late, long silent) {}

    /** A queue; waiting and wait null while it is closed. */
    record Queue(
            String unit,
            String service,
            String stage,
            boolean open,
            Long waiting,
            Long oldestWait,
            long serving,
            long servedLastHour) {}

    private record Name(String service, String promise) {}

    NaiveFigures(GeneratedCity city, Instant now) {
        this.city = city;
        this.now = now;
        this.cases = city.cases().stream().collect(Collectors.groupingBy(CaseRow::unit));
    }

    List<OfPromise> promises(int days) {
        return city.places().stream()
                .flatMap(place -> promises(place, days).stream())
                .toList();
    }

    private List<OfPromise> promises(Place place, int days) {
        return names(place).stream().map(name -> promise(place, name, days)).toList();
    }

    private OfPromise promise(Place place, Name name, int days) {
        LocalDate today = place.dateOf(now);
        long onTime = 0;
        long late = 0;
        for (ClockRow clock : clocks(place, name)) {
            LocalDate day = clock.verdictDay();
            if (day != null && !day.isAfter(today) && day.isAfter(today.minusDays(days))) {
                onTime += clock.outcome().equals("on-time") ? 1 : 0;
                late += clock.outcome().equals("late") ? 1 : 0;
            }
        }
        long n = onTime + late;
        BigDecimal target = city.target(place.id(), name.service(), name.promise());
        Boolean kept = target == null || n == 0
                ? null
                : new BigDecimal(onTime).compareTo(target.multiply(new BigDecimal(n))) >= 0;
        return new OfPromise(
                place.id().value(),
                name.service(),
                name.promise(),
                onTime,
                late,
                n == 0 ? null : (double) onTime / n,
                target == null ? null : target.doubleValue(),
                kept,
                status(n, kept));
    }

    private static String status(long n, Boolean kept) {
        if (n == 0) {
            return "no-data";
        }
        if (kept == null) {
            return "no-target";
        }
        return kept ? "kept" : n < 8 ? "at-risk" : "not-kept";
    }

    List<Open> open() {
        return city.places().stream()
                .flatMap(place -> names(place).stream().map(name -> open(place, name)))
                .toList();
    }

    private Open open(Place place, Name name) {
        List<ClockRow> open =
                clocks(place, name).stream().filter(ClockRow::open).toList();
        long late = open.stream().filter(NaiveFigures::isLate).count();
        long atRisk = open.stream().filter(this::isAtRisk).count();
        return new Open(place.id().value(), name.service(), name.promise(), late, atRisk, open.size() - late - atRisk);
    }

    List<OfUnit> units() {
        return city.places().stream().map(this::unit).toList();
    }

    private OfUnit unit(Place place) {
        List<OfPromise> promises = promises(place, 30);
        OfPromise worst = promises.stream()
                .max(Comparator.<OfPromise>comparingInt(each -> BEST_LAST.indexOf(each.status()))
                        .thenComparing(OfPromise::shortfall)
                        .thenComparing(OfPromise::n)
                        .thenComparing(each -> each.service() + "|" + each.promise(), Comparator.reverseOrder()))
                .orElse(null);
        long open = 0;
        long atRisk = 0;
        long late = 0;
        for (CaseRow row : cases.getOrDefault(place.id().value(), List.of())) {
            List<ClockRow> running = row.clocks().stream()
                    .filter(clock -> clock.open() && clock.promise() != null)
                    .toList();
            boolean isLate = running.stream().anyMatch(NaiveFigures::isLate);
            open += running.isEmpty() ? 0 : 1;
            late += isLate ? 1 : 0;
            atRisk += !isLate && running.stream().anyMatch(this::isAtRisk) ? 1 : 0;
        }
        List<GeneratedCity.Source> sources = city.sources().stream()
                .filter(source -> source.unit().equals(place.id()))
                .toList();
        long silent = sources.stream().filter(GeneratedCity.Source::isSilent).count();
        boolean isUnheard = silent > 0 && silent == sources.size();
        boolean hasUnitsBelow =
                city.places().stream().anyMatch(other -> place.id().equals(other.parent()));
        String byPromises = worst == null ? "no-data" : worst.status();
        String status = worst == null && open == 0 && hasUnitsBelow ? null : isUnheard ? "no-data" : byPromises;
        return new OfUnit(place.id().value(), status, worst, open, atRisk, late, silent);
    }

    /** For how long the one has been late who has been so for longest. */
    long oldestOverdueSeconds(UnitId unit) {
        return clocks(unit)
                .filter(clock -> clock.promise() != null && clock.open() && isLate(clock))
                .mapToLong(clock -> Duration.between(clock.due(), now).toSeconds())
                .max()
                .orElse(0);
    }

    /** Everywhere where anybody waits or is served, or was within the last hour. */
    List<Queue> queues() {
        List<Queue> queues = new ArrayList<>();
        for (Place place : city.places()) {
            Map<String, List<ClockRow>> lines = new TreeMap<>();
            clocks(place.id())
                    .filter(clock -> isWaiting(clock) || isServing(clock) || wasServed(clock))
                    .forEach(clock -> lines.computeIfAbsent(
                                    clock.service() + "|" + Objects.requireNonNullElse(clock.stage(), "main"),
                                    absent -> new ArrayList<>())
                            .add(clock));
            lines.forEach((line, clocks) -> queues.add(queue(place, line, clocks)));
        }
        return queues;
    }

    private Queue queue(Place place, String line, List<ClockRow> clocks) {
        String service = line.substring(0, line.indexOf('|'));
        boolean isOpen = city.isOpen(place.id(), service, city.asOf());
        List<Long> waits = clocks.stream()
                .filter(NaiveFigures::isWaiting)
                .map(this::waited)
                .toList();
        return new Queue(
                place.id().value(),
                service,
                line.substring(line.indexOf('|') + 1),
                isOpen,
                isOpen ? (long) waits.size() : null,
                isOpen ? waits.stream().max(Comparator.naturalOrder()).orElse(null) : null,
                clocks.stream().filter(NaiveFigures::isServing).count(),
                clocks.stream().filter(this::wasServed).count());
    }

    /** Whether a service is open in which anybody ever waited, or waits. */
    boolean hasOpenQueue(UnitId unit) {
        return clocks(unit)
                .filter(clock -> WAITS.contains(clock.clock()) && (clock.open() || clock.promise() != null))
                .anyMatch(clock -> city.isOpen(unit, clock.service(), city.asOf()));
    }

    private long waited(ClockRow clock) {
        return Math.max(0, Duration.between(clock.start(), city.asOf()).toSeconds());
    }

    private static boolean isWaiting(ClockRow clock) {
        return clock.open() && WAITS.contains(clock.clock());
    }

    private static boolean isServing(ClockRow clock) {
        return clock.open() && clock.clock().equals("serving");
    }

    private boolean wasServed(ClockRow clock) {
        return clock.clock().equals("serving")
                && clock.seconds() != null
                && !clock.end().isAfter(city.asOf())
                && clock.end().isAfter(city.asOf().minusSeconds(3_600));
    }

    private static boolean isLate(ClockRow clock) {
        return clock.outcome().equals("late");
    }

    private boolean isAtRisk(ClockRow clock) {
        return clock.outcome().equals("open")
                && clock.atRiskFrom() != null
                && !clock.atRiskFrom().isAfter(now);
    }

    private List<Name> names(Place place) {
        return new TreeSet<>(clocks(place.id())
                        .filter(clock -> clock.promise() != null)
                        .map(clock -> clock.service() + "|" + clock.promise())
                        .toList())
                .stream()
                        .map(text -> text.split("\\|"))
                        .map(parts -> new Name(parts[0], parts[1]))
                        .toList();
    }

    private List<ClockRow> clocks(Place place, Name name) {
        Predicate<ClockRow> isOfName = clock ->
                name.service().equals(clock.service()) && name.promise().equals(clock.promise());
        return clocks(place.id()).filter(isOfName).toList();
    }

    private Stream<ClockRow> clocks(UnitId unit) {
        return cases.getOrDefault(unit.value(), List.of()).stream().flatMap(row -> row.clocks().stream());
    }
}
