package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.CalendarVersion;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.ServiceVersion;
import id.tepati.rules.catalogue.StandardVersion;
import id.tepati.rules.catalogue.UnitVersion;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything published, asked for one unit and service; scans all of it each time. */
record OracleTerms(
        UnitId unit,
        ServiceId service,
        List<UnitVersion> units,
        List<ServiceVersion> services,
        List<StandardVersion> standards,
        List<CalendarVersion> calendars) {

    /** What governs a clock, as known at one instant. */
    record Known(ZoneId zone, Within within, boolean named, OracleCalendar calendar) {
        LocalDate date(Instant at) {
            return at.atZone(zone).toLocalDate();
        }
    }

    OracleTerms {
        units = units.stream().filter(u -> u.id().equals(unit)).toList();
        services = services.stream().filter(s -> s.id().equals(service)).toList();
    }

    private Instant first() {
        return units.stream()
                .map(UnitVersion::knownFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean known(Instant knownFrom, Instant at) {
        return !knownFrom.isAfter(first()) || !knownFrom.isAfter(at);
    }

    /** Every instant at which something became known. */
    SortedSet<Instant> publications() {
        SortedSet<Instant> all = new TreeSet<>();
        units.forEach(v -> all.add(v.knownFrom()));
        services.forEach(v -> all.add(v.knownFrom()));
        standards.forEach(v -> all.add(v.knownFrom()));
        calendars.forEach(v -> all.add(v.knownFrom()));
        return all;
    }

    /** When a service day ends, as known and in force when its ticket opened. */
    Instant dayEnd(LocalDate serviceDay, Instant opened) {
        UnitVersion theUnit = unitOf(opened, opened);
        return serviceDay
                .plusDays(1)
                .atTime(theUnit.dayStart())
                .atZone(theUnit.zone())
                .toInstant();
    }

    /** The stages of a visit in order, as known and in force when its ticket opened. */
    List<Stage> stages(Instant opened) {
        LocalDate day = opened.atZone(unitOf(opened, opened).zone()).toLocalDate();
        List<Stage> stages = serviceOf(day, opened).map(ServiceVersion::stages).orElse(List.of());
        return stages.isEmpty() ? List.of(Stage.MAIN) : stages;
    }

    private Optional<ServiceVersion> serviceOf(LocalDate day, Instant at) {
        return services.stream()
                .filter(s -> known(s.knownFrom(), at) && !s.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(ServiceVersion::effectiveFrom).thenComparing(ServiceVersion::version));
    }

    /** The terms of a clock of a kind and stage that started at {@code start}, as known at {@code at}. */
    Known of(ClockKind clock, Stage stage, Instant start, Instant at) {
        UnitVersion theUnit = unitOf(start, at);
        LocalDate day = start.atZone(theUnit.zone()).toLocalDate();
        CalendarId calendarId = serviceOf(day, at).map(ServiceVersion::calendar).orElse(theUnit.calendar());
        OracleCalendar calendar = new OracleCalendar(
                theUnit.zone(),
                calendars.stream()
                        .filter(c -> c.id().equals(calendarId) && known(c.knownFrom(), at))
                        .toList());
        Optional<StandardVersion> standard = standardOf(theUnit, day, at);
        Optional<Promise> promise = standard.flatMap(s -> s.promises().stream()
                .filter(p -> p.clock() == clock && p.stage().equals(stage))
                .findFirst());
        if (promise.isPresent()) {
            return new Known(theUnit.zone(), promise.get().within(), true, calendar);
        }
        if (clock == ClockKind.FILE_CHECK) {
            Within one = calendar.alwaysOpen(day) ? new Within.CalendarDays(1) : new Within.WorkingDays(1);
            return new Known(theUnit.zone(), one, true, calendar);
        }
        boolean missing = standard.isEmpty()
                && (clock == ClockKind.WAITING || clock == ClockKind.COMPLETION || clock == ClockKind.RESOLUTION);
        return new Known(theUnit.zone(), new Within.Unknown(), missing, calendar);
    }

    private UnitVersion unitOf(Instant start, Instant at) {
        List<UnitVersion> newestFirst = units.stream()
                .filter(u -> known(u.knownFrom(), at))
                .sorted(Comparator.comparing(UnitVersion::effectiveFrom)
                        .thenComparing(UnitVersion::version)
                        .reversed())
                .toList();
        for (UnitVersion version : newestFirst) {
            if (!version.effectiveFrom().isAfter(start.atZone(version.zone()).toLocalDate())) {
                return version;
            }
        }
        return newestFirst.get(newestFirst.size() - 1);
    }

    private Optional<StandardVersion> standardOf(UnitVersion theUnit, LocalDate day, Instant at) {
        List<StandardVersion> inForce = standards.stream()
                .filter(s -> known(s.knownFrom(), at) && !s.effectiveFrom().isAfter(day))
                .filter(s -> s.scope().unit() == null || s.scope().unit().equals(unit))
                .filter(s ->
                        s.scope().unitType() == null || s.scope().unitType().equals(theUnit.type()))
                .filter(s -> s.scope().service() == null || s.scope().service().equals(service))
                .toList();
        Comparator<StandardVersion> newest =
                Comparator.comparing(StandardVersion::effectiveFrom).thenComparing(StandardVersion::version);
        return Stream.of("us", "ts", "u*", "t*", "*s", "**")
                .flatMap(kind -> inForce.stream().filter(s -> kindOf(s).equals(kind)).max(newest).stream())
                .findFirst();
    }

    private static String kindOf(StandardVersion standard) {
        String whom = standard.scope().unit() != null ? "u" : standard.scope().unitType() != null ? "t" : "*";
        return whom + (standard.scope().service() != null ? "s" : "*");
    }
}
