package id.tepati.pipeline.app;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented city in Asia/Jakarta that is open day and night. Izin: the file checked within an hour, decided within
 * two hours. Aduan: verified within an hour, answered within two, resolved within three. KTP-el: called within half an
 * hour, served within a quarter. All by the wall clock.
 */
public final class City {
    public static final String IZIN = "izin";
    public static final String ADUAN = "aduan";
    public static final String KTP = "rekam-ktp";
    public static final String DINAS = "dinas-melati";

    private static final CalendarId DUTY = new CalendarId("duty");
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private City() {}

    public static Catalogue of(Collection<String> units) {
        return new Catalogue(units(units), services(), standards(), calendars());
    }

    public static Catalogue ofDinas() {
        return of(List.of(DINAS));
    }

    /** The same city, in which its only unit is known from an instant on. */
    public static Catalogue published(String unit, Instant knownFrom) {
        Published<Unit> version = new Published<>(1, LocalDate.MIN, knownFrom, unit(unit));
        return new Catalogue(List.of(version), services(), standards(), calendars());
    }

    /** The same city, in which the decision on an izin is promised within another time from some instant on. */
    public static Catalogue ofDinasDeciding(Duration within, Instant knownFrom) {
        List<Published<Standard>> standards = new ArrayList<>(standards());
        standards.add(standard(
                2,
                IZIN,
                knownFrom,
                List.of(promise(ClockKind.FILE_CHECK, Duration.ofHours(1)), promise(ClockKind.COMPLETION, within))));
        return new Catalogue(units(List.of(DINAS)), services(), standards, calendars());
    }

    /** The same city, in which nothing is promised for an izin until a standard is published, if one is. */
    public static Catalogue ofDinasSilentUntil(@Nullable Instant knownFrom) {
        List<Published<Standard>> standards = new ArrayList<>(standards());
        standards.removeIf(standard ->
                new ServiceId(IZIN).equals(standard.content().scope().service()));
        if (knownFrom != null) {
            standards.add(standard(2, IZIN, knownFrom, List.of(promise(ClockKind.COMPLETION, Duration.ofHours(2)))));
        }
        return new Catalogue(units(List.of(DINAS)), services(), standards, calendars());
    }

    private static List<Published<Unit>> units(Collection<String> ids) {
        return ids.stream().map(id -> Published.sinceEver(unit(id))).toList();
    }

    private static Unit unit(String id) {
        return new Unit(new UnitId(id), id, "opd", null, ZONE, DUTY);
    }

    private static List<Published<Service>> services() {
        return List.of(service(IZIN), service(ADUAN), service(KTP));
    }

    private static Published<Service> service(String id) {
        return Published.sinceEver(new Service(new ServiceId(id), id, null));
    }

    private static List<Published<Standard>> standards() {
        return List.of(
                standard(
                        1,
                        IZIN,
                        Instant.MIN,
                        List.of(
                                promise(ClockKind.FILE_CHECK, Duration.ofHours(1)),
                                promise(ClockKind.COMPLETION, Duration.ofHours(2)))),
                standard(
                        1,
                        ADUAN,
                        Instant.MIN,
                        List.of(
                                promise(ClockKind.VERIFICATION, Duration.ofHours(1)),
                                promise(ClockKind.FIRST_RESPONSE, Duration.ofHours(2)),
                                promise(ClockKind.RESOLUTION, Duration.ofHours(3)))),
                standard(
                        1,
                        KTP,
                        Instant.MIN,
                        List.of(
                                promise(ClockKind.WAITING, Duration.ofMinutes(30)),
                                promise(ClockKind.SERVING, Duration.ofMinutes(15)))));
    }

    private static Published<Standard> standard(
            int version, String service, Instant knownFrom, List<Promise> promises) {
        StandardScope scope = new StandardScope(null, null, new ServiceId(service));
        return new Published<>(
                version, LocalDate.MIN, knownFrom, new Standard(scope, "SK " + version, promises, Map.of()));
    }

    private static Promise promise(ClockKind clock, Duration within) {
        return new Promise(clock, new Within.WallTime(within), null);
    }

    private static List<Published<Calendar>> calendars() {
        return List.of(Published.sinceEver(Calendar.alwaysOpen(DUTY)));
    }
}
