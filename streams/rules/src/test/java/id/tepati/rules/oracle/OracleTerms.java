package id.tepati.rules.oracle;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
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
        List<Published<Unit>> units,
        List<Published<Service>> services,
        List<Published<Standard>> standards,
        List<Published<Calendar>> calendars) {

    /** What governs a clock, as known at one instant. */
    record Known(ZoneId zone, Within within, boolean named, OracleCalendar calendar) {
        LocalDate date(Instant at) {
            return at.atZone(zone).toLocalDate();
        }
    }

    OracleTerms {
        units = units.stream().filter(u -> u.content().id().equals(unit)).toList();
        services =
                services.stream().filter(s -> s.content().id().equals(service)).toList();
    }

    private Instant first() {
        return units.stream()
                .map(Published::knownFrom)
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
        Unit theUnit = unitOf(opened, opened);
        return serviceDay
                .plusDays(1)
                .atTime(theUnit.dayStart())
                .atZone(theUnit.zone())
                .toInstant();
    }

    /** The stages of a visit in order, as known and in force when its ticket opened. */
    List<Stage> stages(Instant opened) {
        LocalDate day = opened.atZone(unitOf(opened, opened).zone()).toLocalDate();
        List<Stage> stages = serviceOf(day, opened).map(Service::stages).orElse(List.of());
        return stages.isEmpty() ? List.of(Stage.MAIN) : stages;
    }

    private Optional<Service> serviceOf(LocalDate day, Instant at) {
        return services.stream()
                .filter(s -> known(s.knownFrom(), at) && !s.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Published<Service>::effectiveFrom).thenComparing(Published::version))
                .map(Published::content);
    }

    /** The terms of a clock of a kind and stage that started at {@code start}, as known at {@code at}. */
    Known of(ClockKind clock, Stage stage, Instant start, Instant at) {
        Unit theUnit = unitOf(start, at);
        LocalDate day = start.atZone(theUnit.zone()).toLocalDate();
        CalendarId calendarId = serviceOf(day, at).map(Service::calendar).orElse(theUnit.calendar());
        OracleCalendar calendar = new OracleCalendar(
                theUnit.zone(),
                calendars.stream()
                        .filter(c -> c.content().id().equals(calendarId) && known(c.knownFrom(), at))
                        .toList());
        Optional<Standard> standard = standardOf(theUnit, day, at);
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

    private Unit unitOf(Instant start, Instant at) {
        List<Published<Unit>> newestFirst = units.stream()
                .filter(u -> known(u.knownFrom(), at))
                .sorted(Comparator.comparing(Published<Unit>::effectiveFrom)
                        .thenComparing(Published::version)
                        .reversed())
                .toList();
        for (Published<Unit> version : newestFirst) {
            if (!version.effectiveFrom()
                    .isAfter(start.atZone(version.content().zone()).toLocalDate())) {
                return version.content();
            }
        }
        return newestFirst.get(newestFirst.size() - 1).content();
    }

    private Optional<Standard> standardOf(Unit theUnit, LocalDate day, Instant at) {
        List<Published<Standard>> inForce = standards.stream()
                .filter(s -> known(s.knownFrom(), at) && !s.effectiveFrom().isAfter(day))
                .filter(s -> s.content().scope().unit() == null
                        || s.content().scope().unit().equals(unit))
                .filter(s -> s.content().scope().unitType() == null
                        || s.content().scope().unitType().equals(theUnit.type()))
                .filter(s -> s.content().scope().service() == null
                        || s.content().scope().service().equals(service))
                .toList();
        Comparator<Published<Standard>> newest =
                Comparator.comparing(Published<Standard>::effectiveFrom).thenComparing(Published::version);
        return Stream.of("us", "ts", "u*", "t*", "*s", "**")
                .flatMap(
                        kind -> inForce.stream().filter(s -> kindOf(s.content()).equals(kind)).max(newest).stream())
                .map(Published::content)
                .findFirst();
    }

    private static String kindOf(Standard standard) {
        String whom = standard.scope().unit() != null ? "u" : standard.scope().unitType() != null ? "t" : "*";
        return whom + (standard.scope().service() != null ? "s" : "*");
    }
}
