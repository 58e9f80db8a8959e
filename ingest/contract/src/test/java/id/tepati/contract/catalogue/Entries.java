package id.tepati.contract.catalogue;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.Season;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entries for tests. */
public final class Entries {
    public static final Instant KNOWN = Instant.parse("2026-01-05T02:00:03Z");
    public static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private Entries() {}

    public static CatalogueEntry unit(String id, String name) {
        return unit(id, name, LocalTime.MIDNIGHT);
    }

    public static CatalogueEntry unit(String id, String name, LocalTime dayStart) {
        return new CatalogueEntry.OfUnit(Published.draft(
                LocalDate.MIN,
                new Unit(
                        new UnitId(id),
                        name,
                        "kelurahan",
                        new UnitId("kota-tirtamaya"),
                        ZoneId.of("Asia/Jakarta"),
                        new CalendarId("kantor"),
                        dayStart)));
    }

    public static CatalogueEntry service(String id, String name, String... stages) {
        return new CatalogueEntry.OfService(Published.draft(
                LocalDate.MIN,
                new Service(
                        new ServiceId(id),
                        name,
                        null,
                        Stream.of(stages).map(Stage::new).toList())));
    }

    public static CatalogueEntry standard(LocalDate from, Within within) {
        return new CatalogueEntry.OfStandard(Published.draft(
                from,
                new Standard(
                        new StandardScope(new UnitId("kel-melati"), null, new ServiceId("ktp-el")),
                        "SK 188/045/2025",
                        List.of(
                                new Promise(ClockKind.COMPLETION, within, new BigDecimal("0.95")),
                                new Promise(ClockKind.FILE_CHECK, new Within.WorkingDays(1), null)),
                        Map.of(Component.BIAYA, "Gratis"))));
    }

    public static CatalogueEntry stagedStandard() {
        return new CatalogueEntry.OfStandard(Published.draft(
                LocalDate.MIN,
                new Standard(
                        new StandardScope(null, "rsud", null),
                        "SK 445/12/2025",
                        List.of(
                                new Promise(ClockKind.WAITING, new Stage("poli"), officeMinutes(60), null),
                                new Promise(ClockKind.WAITING, officeMinutes(15), null),
                                new Promise(ClockKind.VISIT, officeMinutes(150), null)),
                        Map.of())));
    }

    public static Within officeMinutes(int minutes) {
        return new Within.OfficeTime(Duration.ofMinutes(minutes));
    }

    public static CatalogueEntry calendar(SpecialDay... days) {
        return new CatalogueEntry.OfCalendar(Published.draft(
                FROM,
                new Calendar(
                        new CalendarId("kantor"),
                        false,
                        new WeekPattern(Map.of(
                                DayOfWeek.MONDAY, List.of(Window.parse("08:00-12:00"), Window.parse("13:00-24:00")))),
                        List.of(new Season(
                                "Ramadan 1447 H",
                                LocalDate.of(2026, 2, 19),
                                LocalDate.of(2026, 3, 20),
                                new WeekPattern(Map.of(DayOfWeek.MONDAY, List.of(Window.parse("08:00-11:30")))))),
                        List.of(days),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 12, 31))));
    }

    public static SpecialDay holiday(String date, String name) {
        return new SpecialDay(LocalDate.parse(date), DayKind.HOLIDAY, name, List.of());
    }
}
