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
        edition = new Edition(catalogue(units), 1);
    }

    static String unit(int number) {
        return "unit-" + number;
    }

    /** The same city as a file of a catalogue, with the unit of {@link ProbeCases} besides. */
    static String yaml(int units) {
        String all = Stream.concat(IntStream.range(0, units).mapToObj(BenchCity::unit), Stream.of(ProbeCases.UNIT))
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

    private static Catalogue catalogue(int units) {
        List<Published<Unit>> all = IntStream.range(0, units)
                .mapToObj(number -> Published.sinceEver(new Unit(
                        new UnitId(unit(number)), unit(number), "uji", null, ZoneId.of("Asia/Jakarta"), ALWAYS)))
                .toList();
        Service service = new Service(new ServiceId(SERVICE), "Layanan uji", null);
        return new Catalogue(
                all,
                List.of(Published.sinceEver(service)),
                List.of(Published.sinceEver(standard())),
                List.of(Published.sinceEver(Calendar.alwaysOpen(ALWAYS))));
    }

    private static Standard standard() {
        Within minutes = new Within.OfficeTime(Duration.ofMinutes(MINUTES));
        Within days = new Within.CalendarDays(DAYS);
        return new Standard(
                new StandardScope(null, null, null),
                "SK UJI",
                List.of(
                        new Promise(ClockKind.WAITING, minutes, null),
                        new Promise(ClockKind.SERVING, minutes, null),
                        new Promise(ClockKind.COMPLETION, days, null),
                        new Promise(ClockKind.RESOLUTION, days, null)),
                Map.of());
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
