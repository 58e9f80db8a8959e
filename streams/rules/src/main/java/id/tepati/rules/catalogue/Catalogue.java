package id.tepati.rules.catalogue;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.CalendarVersion;
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
import java.util.function.Function;
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

    private final Map<UnitId, List<UnitVersion>> units;
    private final Map<ServiceId, List<ServiceVersion>> services;
    private final List<StandardVersion> standards;
    private final Map<CalendarId, List<CalendarVersion>> calendars;
    private final Map<UnitAndService, TermsHistory> histories = new ConcurrentHashMap<>();
    private final Map<CalendarKey, WorkCalendar> workCalendars = new ConcurrentHashMap<>();

    private record UnitAndService(UnitId unit, ServiceId service) {}

    private record CalendarKey(CalendarId id, ZoneId zone, List<Integer> versions) {}

    /** Takes all versions of all entries, in any order. */
    public Catalogue(
            Collection<UnitVersion> units,
            Collection<ServiceVersion> services,
            Collection<StandardVersion> standards,
            Collection<CalendarVersion> calendars) {
        this.units = units.stream().collect(Collectors.groupingBy(UnitVersion::id));
        this.services = services.stream().collect(Collectors.groupingBy(ServiceVersion::id));
        this.standards = List.copyOf(standards);
        this.calendars = calendars.stream().collect(Collectors.groupingBy(CalendarVersion::id));
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
    public List<UnitVersion> units() {
        return newest(units.values(), Comparator.comparing(UnitVersion::id));
    }

    /** The version of every service that is newest by effect, ordered by id. */
    public List<ServiceVersion> services() {
        return newest(services.values(), Comparator.comparing(ServiceVersion::id));
    }

    /** The newest version of one unit. */
    public Optional<UnitVersion> unit(UnitId id) {
        return Optional.ofNullable(units.get(id)).map(Catalogue::newest);
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
        List<UnitVersion> versions = known(units.getOrDefault(unit, List.of()), known).stream()
                .sorted(KnownTerms.LATEST_FIRST)
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("unit was not published: " + unit);
        }
        return KnownTerms.unitInForce(versions, time).serviceDayOf(time);
    }

    /** Every version of every standard, in no particular order. */
    public List<StandardVersion> standards() {
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
        List<UnitVersion> ofUnit = units.getOrDefault(key.unit, List.of());
        Instant first = ofUnit.stream()
                .map(UnitVersion::knownFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("unit was never published: " + key.unit));
        List<ServiceVersion> ofService = services.getOrDefault(key.service, List.of());
        List<StandardVersion> bearing = standards.stream()
                .filter(standard -> standard.scope().mayCover(key.unit, key.service))
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

    private List<Published> calendarsOf(List<UnitVersion> ofUnit, List<ServiceVersion> ofService) {
        Stream<CalendarId> ids = Stream.concat(
                ofUnit.stream().map(UnitVersion::calendar),
                ofService.stream().flatMap(service -> Stream.ofNullable(service.calendar())));
        return ids.distinct()
                .flatMap(id -> calendars.getOrDefault(id, List.of()).stream())
                .map(version -> (Published) new PublishedCalendar(version))
                .toList();
    }

    private record PublishedCalendar(CalendarVersion calendar) implements Published {
        @Override
        public int version() {
            return calendar.version();
        }

        @Override
        public LocalDate effectiveFrom() {
            return calendar.effectiveFrom();
        }

        @Override
        public Instant knownFrom() {
            return calendar.knownFrom();
        }
    }

    private static List<Instant> steps(Instant first, Stream<? extends Published> entries) {
        TreeSet<Instant> steps = entries.map(Published::knownFrom)
                .filter(known -> known.isAfter(first))
                .collect(Collectors.toCollection(TreeSet::new));
        steps.add(Instant.MIN);
        return List.copyOf(steps);
    }

    private WorkCalendar workCalendar(CalendarId id, ZoneId zone, Instant known) {
        List<CalendarVersion> versions = calendars.getOrDefault(id, List.of()).stream()
                .filter(version -> !version.knownFrom().isAfter(known))
                .toList();
        CalendarKey key = new CalendarKey(
                id, zone, versions.stream().map(CalendarVersion::version).toList());
        return workCalendars.computeIfAbsent(key, absent -> WorkCalendar.of(zone, versions));
    }

    private static <T extends Published> List<T> known(List<T> versions, Instant at) {
        return versions.stream()
                .filter(version -> !version.knownFrom().isAfter(at))
                .toList();
    }

    private static boolean wasPublished(List<? extends Published> versions, Instant at) {
        return versions.stream().anyMatch(version -> !version.knownFrom().isAfter(at));
    }

    private static <T extends Published> List<T> newest(Collection<List<T>> entries, Comparator<T> order) {
        Function<List<T>, T> pick = Catalogue::newest;
        return entries.stream().map(pick).sorted(order).toList();
    }

    private static <T extends Published> T newest(List<T> versions) {
        return versions.stream()
                .max(Comparator.<T, LocalDate>comparing(Published::effectiveFrom)
                        .thenComparing(Published::version))
                .orElseThrow();
    }
}
