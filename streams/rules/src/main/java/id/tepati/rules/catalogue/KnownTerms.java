package id.tepati.rules.catalogue;

import id.tepati.rules.Published;
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
    static final Comparator<Published<?>> LATEST_FIRST = Published.BY_EFFECT.reversed();

    private final UnitId unit;
    private final ServiceId service;
    private final List<Published<Unit>> units;
    private final List<Published<Service>> services;
    private final List<Published<Standard>> standards;
    private final BiFunction<CalendarId, ZoneId, WorkCalendar> calendars;

    /** Most cases start on the same day. */
    private volatile @Nullable OnDay lastAsked;

    private record OnDay(LocalDate day, int unitVersion, Terms terms) {}

    KnownTerms(
            UnitId unit,
            ServiceId service,
            List<Published<Unit>> units,
            List<Published<Service>> services,
            List<Published<Standard>> standards,
            BiFunction<CalendarId, ZoneId, WorkCalendar> calendars) {
        this.unit = unit;
        this.service = service;
        this.units = units.stream().sorted(LATEST_FIRST).toList();
        this.services = services.stream().sorted(LATEST_FIRST).toList();
        this.standards = standards.stream()
                .sorted(Comparator.<Published<Standard>>comparingInt(
                                standard -> standard.content().scope().rank())
                        .thenComparing(LATEST_FIRST))
                .toList();
        this.calendars = calendars;
    }

    /**
     * The terms of a clock that started at the given instant. A start before the unit's first version takes that
     * version.
     */
    public Terms inForceAt(Instant start) {
        Published<Unit> inForce = unitInForce(units, start);
        LocalDate day = LocalDate.ofInstant(start, inForce.content().zone());
        OnDay known = lastAsked;
        if (known == null || known.unitVersion != inForce.version() || !known.day.equals(day)) {
            known = new OnDay(day, inForce.version(), inForceOn(day, inForce.content()));
            lastAsked = known;
        }
        return known.terms;
    }

    private Terms inForceOn(LocalDate day, Unit inForce) {
        Optional<Service> ofService = services.stream()
                .filter(version -> version.isEffectiveOn(day))
                .map(Published::content)
                .findFirst();
        CalendarId calendarId = ofService
                .flatMap(version -> Optional.ofNullable(version.calendar()))
                .orElse(inForce.calendar());
        Published<Standard> standard = standards.stream()
                .filter(version -> version.isEffectiveOn(day))
                .filter(version -> version.content().scope().covers(unit, inForce.type(), service))
                .findFirst()
                .orElse(null);
        return new Terms(
                inForce,
                ofService.map(Service::stages).orElse(List.of()),
                calendarId,
                calendars.apply(calendarId, inForce.zone()),
                standard);
    }

    /** The version in force at an instant; before the first one takes effect, that one. */
    static Published<Unit> unitInForce(List<Published<Unit>> latestFirst, Instant at) {
        for (Published<Unit> version : latestFirst) {
            if (version.isEffectiveOn(LocalDate.ofInstant(at, version.content().zone()))) {
                return version;
            }
        }
        return latestFirst.get(latestFirst.size() - 1);
    }
}
