package id.tepati.standalone.bench;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An invented city of equal units, known since ever: one service with a queue, files and complaints. */
final class BenchCity implements PublishedCatalogue {
    static final String SERVICE = "layanan";

    private static final CalendarId ALWAYS = new CalendarId("buka-24-jam");
    private static final int MINUTES = 30;
    private static final int DAYS = 5;

    private final Edition edition;

    BenchCity(int units) {
        this(
                units,
                ZoneId.of("Asia/Jakarta"),
                List.of(
                        new Promise(ClockKind.WAITING, office(), null),
                        new Promise(ClockKind.SERVING, office(), null),
                        new Promise(ClockKind.COMPLETION, new Within.CalendarDays(DAYS), null),
                        new Promise(ClockKind.RESOLUTION, new Within.CalendarDays(DAYS), null)));
    }

    /** The same units in another zone, with other promises. */
    BenchCity(int units, ZoneId zone, List<Promise> promises) {
        edition = new Edition(catalogue(units, zone, promises), 1);
    }

    private static Within office() {
        return new Within.OfficeTime(Duration.ofMinutes(MINUTES));
    }

    static String unit(int number) {
        return "unit-" + number;
    }

    /** The usual units, and that of {@link ProbeCases} besides. */
    private static Stream<String> units(int units) {
        return Stream.concat(IntStream.range(0, units).mapToObj(BenchCity::unit), Stream.of(ProbeCases.UNIT));
    }

    /** The same city as a file of a catalogue. */
    static String yaml(int units) {
        String all = units(units)
                .map(unit -> String.format(
                        Locale.ROOT,
                        "  - {id: %s, name: %s, type: uji, zone: Asia/Jakarta, calendar: %s}%n",
                        unit,
                        unit,
                        ALWAYS.value()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, """
                calendars:
                  - {id: %s, alwaysOpen: true}
                services:
                  - {id: %s, name: Layanan uji}
                standards:
                  - type: uji
                    service: %s
                    sk: SK UJI
                    promises:
                      - {clock: waiting, within: %d office-minutes, target: 95%%}
                      - {clock: serving, within: %d office-minutes, target: 95%%}
                      - {clock: completion, within: %d calendar-days, target: 95%%}
                      - {clock: resolution, within: %d calendar-days, target: 95%%}
                units:
                """, ALWAYS.value(), SERVICE, SERVICE, MINUTES, MINUTES, DAYS, DAYS) + all;
    }

    private static Catalogue catalogue(int units, ZoneId zone, List<Promise> promises) {
        List<Published<Unit>> all = units(units)
                .map(unit -> Published.sinceEver(new Unit(new UnitId(unit), unit, "uji", null, zone, ALWAYS)))
                .toList();
        Standard standard = new Standard(new StandardScope(null, null, null), "SK UJI", promises, Map.of());
        Service service = new Service(new ServiceId(SERVICE), "Layanan uji", null);
        return new Catalogue(
                all,
                List.of(Published.sinceEver(service)),
                List.of(Published.sinceEver(standard)),
                List.of(Published.sinceEver(Calendar.alwaysOpen(ALWAYS))));
    }

    @Override
    public Edition newest() {
        return edition;
    }

    @Override
    public Edition reaching(Instant recordTime) {
        return edition;
    }
}
