package id.tepati.rules.catalogue;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything ever published: all versions of units, services, standards and calendars. Immutable and thread-safe;
 * what it works out is kept, so one instance should serve until the next publication.
 *
 * <p>What was published no later than a unit's first version counts for that unit as known since ever; anything
 * later, new entries too, from its publication on.
 */
public final class Catalogue {
    /** A catalogue with nothing in it. */
    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of(), List.of());

    private final Map<UnitId, List<Published<Unit>>> units;
    private final Map<ServiceId, List<Published<Service>>> services;
    private final List<Published<Standard>> standards;
    private final Map<CalendarId, List<Published<Calendar>>> calendars;
    private final Map<UnitAndService, TermsHistory> histories = new ConcurrentHashMap<>();
    private final Map<CalendarKey, WorkCalendar> workCalendars = new ConcurrentHashMap<>();

    private record UnitAndService(UnitId unit, ServiceId service) {}

    private record CalendarKey(CalendarId id, ZoneId zone, List<Integer> versions) {}

    /** Takes all versions of all entries, in any order. */
    public Catalogue(
            Collection<Published<Unit>> units,
            Collection<Published<Service>> services,
            Collection<Published<Standard>> standards,
            Collection<Published<Calendar>> calendars) {
        this.units = units.stream()
                .collect(Collectors.groupingBy(unit -> unit.content().id()));
        this.services = services.stream()
                .collect(Collectors.groupingBy(service -> service.content().id()));
        this.standards = List.copyOf(standards);
        this.calendars = calendars.stream()
                .collect(Collectors.groupingBy(calendar -> calendar.content().id()));
    }

    /** Whether a unit had been published by an instant. */
    public boolean knowsUnit(UnitId unit, Instant at) {
        return wasPublished(units.getOrDefault(unit, List.of()), at);
    }

    /** Whether a service had been published by an instant. */
    public boolean knowsService(ServiceId service, Instant at) {
        return wasPublished(services.getOrDefault(service, List.of()), at);
    }

    /** The version of every unit that is newest by effect, ordered by id. */
    public List<Published<Unit>> unitVersions() {
        return newest(units.values(), Comparator.comparing(Unit::id));
    }

    /** Every unit by its newest version, ordered by id. */
    public List<Unit> units() {
        return unitVersions().stream().map(Published::content).toList();
    }

    /** Every service by its newest version, ordered by id. */
    public List<Service> services() {
        return newest(services.values(), Comparator.comparing(Service::id)).stream()
                .map(Published::content)
                .toList();
    }

    /** One unit by its newest version. */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id)).map(Catalogue::newest).map(Published::content);
    }

    /** When a unit is open, by its newest version and by what is known at an instant; empty for an unknown unit. */
    public Optional<WorkCalendar> calendarOf(UnitId id, Instant at) {
        return unit(id).map(newest -> workCalendar(newest.calendar(), newest.zone(), at));
    }

    /**
     * The service day of a unit that an instant belongs to, by what was published at another.
     *
     * @throws IllegalArgumentException where the unit was not published by then
     */
    public LocalDate serviceDay(UnitId unit, Instant time, Instant known) {
        List<Published<Unit>> versions = known(units.getOrDefault(unit, List.of()), known).stream()
                .sorted(KnownTerms.LATEST_FIRST)
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("unit was not published: " + unit);
        }
        return KnownTerms.unitInForce(versions, time).content().serviceDayOf(time);
    }

    /** Every version of every standard, in no particular order. */
    public List<Published<Standard>> standards() {
        return standards;
    }

    /**
     * What was known about a unit and a service, step by step.
     *
     * @throws IllegalArgumentException where the unit was never published
     */
    public TermsHistory history(UnitId unit, ServiceId service) {
        return histories.computeIfAbsent(new UnitAndService(unit, service), this::buildHistory);
    }

    private TermsHistory buildHistory(UnitAndService key) {
        List<Published<Unit>> ofUnit = units.getOrDefault(key.unit, List.of());
        Instant first = ofUnit.stream()
                .map(Published::knownFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("unit was never published: " + key.unit));
        List<Published<Service>> ofService = services.getOrDefault(key.service, List.of());
        List<Published<Standard>> bearing = standards.stream()
                .filter(standard -> standard.content().scope().mayCover(key.unit, key.service))
                .toList();
        List<Instant> steps = steps(
                first,
                Stream.of(ofUnit, ofService, bearing, calendarsOf(ofUnit, ofService))
                        .flatMap(List::stream));
        List<KnownTerms> terms = new ArrayList<>();
        for (Instant step : steps) {
            Instant known = step.equals(Instant.MIN) ? first : step;
            terms.add(new KnownTerms(
                    key.unit,
                    key.service,
                    known(ofUnit, known),
                    known(ofService, known),
                    known(bearing, known),
                    (id, zone) -> workCalendar(id, zone, known)));
        }
        return new TermsHistory(steps, terms);
    }

    private List<Published<Calendar>> calendarsOf(List<Published<Unit>> ofUnit, List<Published<Service>> ofService) {
        Stream<CalendarId> ids = Stream.concat(
                ofUnit.stream().map(unit -> unit.content().calendar()),
                ofService.stream()
                        .flatMap(service -> Stream.ofNullable(service.content().calendar())));
        return ids.distinct()
                .flatMap(id -> calendars.getOrDefault(id, List.of()).stream())
                .toList();
    }

    private static List<Instant> steps(Instant first, Stream<? extends Published<?>> entries) {
        TreeSet<Instant> steps = entries.map(Published::knownFrom)
                .filter(known -> known.isAfter(first))
                .collect(Collectors.toCollection(TreeSet::new));
        steps.add(Instant.MIN);
        return List.copyOf(steps);
    }

    private WorkCalendar workCalendar(CalendarId id, ZoneId zone, Instant known) {
        List<Published<Calendar>> versions = calendars.getOrDefault(id, List.of()).stream()
                .filter(version -> version.isKnownAt(known))
                .toList();
        CalendarKey key = new CalendarKey(
                id, zone, versions.stream().map(Published::version).toList());
        return workCalendars.computeIfAbsent(key, absent -> WorkCalendar.of(zone, versions));
    }

    private static <T> List<Published<T>> known(List<Published<T>> versions, Instant at) {
        return versions.stream().filter(version -> version.isKnownAt(at)).toList();
    }

    private static boolean wasPublished(List<? extends Published<?>> versions, Instant at) {
        return versions.stream().anyMatch(version -> version.isKnownAt(at));
    }

    private static <T> List<Published<T>> newest(Collection<List<Published<T>>> entries, Comparator<T> order) {
        return entries.stream()
                .map(Catalogue::newest)
                .sorted(Comparator.comparing(Published::content, order))
                .toList();
    }

    private static <T> Published<T> newest(List<Published<T>> versions) {
        return versions.stream().max(Published.BY_EFFECT).orElseThrow();
    }
}
