package id.tepati.rules.catalogue;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the catalogue said about one unit and service between two publications. Immutable and thread-safe. */
public final class KnownTerms {
    static final Comparator<Published> LATEST_FIRST = Comparator.comparing(Published::effectiveFrom)
            .thenComparing(Published::version)
            .reversed();

    private final UnitId unit;
    private final ServiceId service;
    private final List<UnitVersion> units;
    private final List<ServiceVersion> services;
    private final List<StandardVersion> standards;
    private final BiFunction<CalendarId, ZoneId, WorkCalendar> calendars;

    /** Most cases start on the same day. */
    private volatile @Nullable OnDay lastAsked;

    private record OnDay(LocalDate day, Terms terms) {}

    KnownTerms(
            UnitId unit,
            ServiceId service,
            List<UnitVersion> units,
            List<ServiceVersion> services,
            List<StandardVersion> standards,
            BiFunction<CalendarId, ZoneId, WorkCalendar> calendars) {
        this.unit = unit;
        this.service = service;
        this.units = units.stream().sorted(LATEST_FIRST).toList();
        this.services = services.stream().sorted(LATEST_FIRST).toList();
        this.standards = standards.stream()
                .sorted(Comparator.<StandardVersion>comparingInt(
                                standard -> standard.scope().rank())
                        .thenComparing(LATEST_FIRST))
                .toList();
        this.calendars = calendars;
    }

    /**
     * The terms of a clock that started at the given instant. A start before the unit's first version takes that
     * version.
     */
    public Terms inForceAt(Instant start) {
        UnitVersion inForce = unitInForce(units, start);
        LocalDate day = LocalDate.ofInstant(start, inForce.zone());
        OnDay known = lastAsked;
        if (known == null || known.terms.unit().version() != inForce.version() || !known.day.equals(day)) {
            known = new OnDay(day, inForceOn(day, inForce));
            lastAsked = known;
        }
        return known.terms;
    }

    private Terms inForceOn(LocalDate day, UnitVersion inForce) {
        Optional<ServiceVersion> ofService = effective(services, day);
        CalendarId calendarId = ofService
                .flatMap(version -> Optional.ofNullable(version.calendar()))
                .orElse(inForce.calendar());
        StandardVersion standard = standards.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .filter(version -> version.scope().covers(unit, inForce.type(), service))
                .findFirst()
                .orElse(null);
        return new Terms(
                inForce,
                ofService.map(ServiceVersion::stages).orElse(List.of()),
                calendarId,
                calendars.apply(calendarId, inForce.zone()),
                standard);
    }

    /** The version in force at an instant; before the first one takes effect, that one. */
    static UnitVersion unitInForce(List<UnitVersion> latestFirst, Instant at) {
        for (UnitVersion version : latestFirst) {
            if (!version.effectiveFrom().isAfter(LocalDate.ofInstant(at, version.zone()))) {
                return version;
            }
        }
        return latestFirst.get(latestFirst.size() - 1);
    }

    private static <T extends Published> Optional<T> effective(List<T> latestFirst, LocalDate day) {
        return latestFirst.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst();
    }
}
