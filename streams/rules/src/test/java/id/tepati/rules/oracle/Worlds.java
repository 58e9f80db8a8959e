package id.tepati.rules.oracle;

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
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventFamily;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates worlds: zones with and without shifts, calendars, and standards published before and while cases run. */
public final class Worlds {
    private static final UnitId UNIT = new UnitId("kel-melati");
    private static final List<ServiceId> SERVICES = List.of(new ServiceId("ktp-el"), new ServiceId("izin-usaha"));
    private static final CalendarId OFFICE = new CalendarId("office");
    private static final CalendarId DUTY = new CalendarId("duty");
    private static final List<String> ZONES =
            List.of("Asia/Jakarta", "America/New_York", "Europe/Paris", "UTC", "Asia/Jayapura", "Asia/Kathmandu");
    /** Every stage that occurs. */
    static final List<Stage> STAGES = List.of(Stage.MAIN, new Stage("daftar"), new Stage("poli"), new Stage("obat"));

    private static final List<List<Stage>> VISITS = List.of(
            List.of(),
            List.of(),
            List.of(new Stage("daftar"), new Stage("poli")),
            List.of(Stage.MAIN, new Stage("poli")),
            List.of(new Stage("poli"), new Stage("daftar"), new Stage("obat")));
    /** When service days begin: at midnight, in the morning of a place that never closes, inside a shift of the zone. */
    private static final List<LocalTime> DAY_STARTS =
            List.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, LocalTime.of(5, 0), LocalTime.of(2, 30));

    /** Days before a shift of some zone, a year's end, and an ordinary week. */
    private static final List<String> BEGINNINGS =
            List.of("2026-03-05", "2026-03-26", "2026-10-22", "2026-10-29", "2026-12-22", "2026-11-16");

    private final Random random;
    private final ZoneId zone;
    private final LocalDate begin;
    private final List<Instant> publications = new ArrayList<>();

    private Worlds(Random random) {
        this.random = random;
        this.zone = ZoneId.of(pick(ZONES));
        this.begin = LocalDate.parse(pick(BEGINNINGS));
    }

    /** Any world. */
    public static Arbitrary<World> any() {
        return Arbitraries.randomValue(random -> new Worlds(random).build());
    }

    private World build() {
        for (int i = 0; i < 3; i++) {
            LocalDate day = begin.plusDays(random.nextInt(15));
            publications.add(at(day, pick(List.of(0, 0, 8 * 3600, 36_060, 12 * 3600, 16 * 3600)))
                    .plus(pick(List.of(0, 0, 1)), java.time.temporal.ChronoUnit.MICROS));
        }
        List<Published<Calendar>> calendars = new ArrayList<>();
        calendars.addAll(calendar(OFFICE));
        calendars.addAll(calendar(DUTY));
        return new World(UNIT, SERVICES, zone, units(), services(), standards(), calendars, anchors());
    }

    private List<Instant> anchors() {
        TreeSet<Instant> anchors = new TreeSet<>(publications);
        for (int day = 0; day < 16; day++) {
            for (int hour : new int[] {0, 7, 8, 10, 12, 13, 16, 18, 22}) {
                anchors.add(at(begin.plusDays(day), hour * 3600));
            }
        }
        return List.copyOf(anchors);
    }

    private Instant at(LocalDate day, int second) {
        return day.atStartOfDay().plusSeconds(second).atZone(zone).toInstant();
    }

    private List<Published<Unit>> units() {
        List<Published<Unit>> units = new ArrayList<>();
        Instant first = random.nextBoolean() ? Instant.MIN : at(begin.plusDays(-random.nextInt(5)), 0);
        LocalTime dayStart = pick(DAY_STARTS);
        units.add(new Published<>(
                1, LocalDate.MIN, first, new Unit(UNIT, "Melati", "kelurahan", null, zone, OFFICE, dayStart)));
        if (random.nextInt(3) == 0) {
            units.add(new Published<>(
                    2,
                    effective(),
                    known(),
                    new Unit(
                            UNIT,
                            "Melati",
                            pick(List.of("kelurahan", "opd")),
                            null,
                            zone,
                            calendarId(),
                            pick(List.of(dayStart, pick(DAY_STARTS))))));
        }
        return units;
    }

    private List<Published<Service>> services() {
        List<Published<Service>> services = new ArrayList<>();
        for (ServiceId id : SERVICES) {
            services.add(Published.sinceEver(new Service(id, id.value(), null, pick(VISITS))));
            if (random.nextInt(4) == 0) {
                services.add(new Published<>(
                        2, effective(), known(), new Service(id, id.value(), calendarId(), pick(VISITS))));
            }
        }
        return services;
    }

    private CalendarId calendarId() {
        return random.nextBoolean() ? OFFICE : DUTY;
    }

    private LocalDate effective() {
        return random.nextInt(3) == 0 ? begin.plusDays(random.nextInt(10) - 2) : LocalDate.MIN;
    }

    private Instant known() {
        return random.nextInt(3) == 0 ? Instant.MIN : pick(publications);
    }

    private List<Published<Standard>> standards() {
        List<Published<Standard>> standards = new ArrayList<>();
        int count = random.nextInt(6);
        for (int version = 1; version <= count; version++) {
            ServiceId service = random.nextInt(3) == 0 ? null : pick(SERVICES);
            StandardScope scope = switch (random.nextInt(4)) {
                case 0 -> new StandardScope(UNIT, null, service);
                case 1 -> new StandardScope(null, pick(List.of("kelurahan", "opd")), service);
                default -> new StandardScope(null, null, service);
            };
            standards.add(new Published<>(
                    version, effective(), known(), new Standard(scope, "SK " + version, promises(), Map.of())));
        }
        return standards;
    }

    private List<Promise> promises() {
        List<Promise> promises = new ArrayList<>();
        for (ClockKind clock : ClockKind.values()) {
            for (Stage stage : clock.isStaged() ? STAGES : List.of(Stage.MAIN)) {
                if (random.nextInt(5) > 0) {
                    Within within = clock.family() == EventFamily.TICKET && random.nextInt(4) > 0 ? soon() : within();
                    promises.add(new Promise(clock, stage, within, null));
                }
            }
        }
        return promises;
    }

    private Within soon() {
        Duration amount = pick(
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(90), Duration.ofHours(4)));
        return random.nextBoolean() ? new Within.WallTime(amount) : new Within.OfficeTime(amount);
    }

    private Within within() {
        return switch (random.nextInt(9)) {
            case 0 ->
                new Within.WallTime(pick(List.of(
                        Duration.ofMinutes(1), Duration.ofHours(24), Duration.ofHours(52), Duration.ofSeconds(5401))));
            case 1, 2 ->
                new Within.OfficeTime(pick(List.of(
                        Duration.ofMinutes(30),
                        Duration.ofHours(4),
                        Duration.ofHours(7),
                        Duration.ofHours(21),
                        Duration.ofSeconds(3601))));
            case 3, 4, 5 -> new Within.WorkingDays(1 + random.nextInt(6));
            case 6 -> new Within.CalendarDays(1 + random.nextInt(7));
            case 7 -> new Within.Stated();
            default -> random.nextInt(3) == 0 ? new Within.Unknown() : new Within.WorkingDays(2);
        };
    }

    private List<Published<Calendar>> calendar(CalendarId id) {
        List<Published<Calendar>> versions = new ArrayList<>();
        versions.add(Published.sinceEver(calendarOf(id)));
        int more = random.nextInt(3);
        for (int version = 2; version < 2 + more; version++) {
            versions.add(new Published<>(version, effective(), known(), calendarOf(id)));
        }
        return versions;
    }

    private Calendar calendarOf(CalendarId id) {
        if (random.nextInt(6) == 0) {
            return Calendar.alwaysOpen(id);
        }
        LocalDate official = random.nextInt(2) == 0 ? begin.plusDays(random.nextInt(14)) : LocalDate.MAX;
        LocalDate provisional = official.equals(LocalDate.MAX) ? official : official.plusDays(random.nextInt(3));
        List<Season> seasons = random.nextInt(3) == 0
                ? List.of(new Season(
                        "Ramadan", begin.plusDays(random.nextInt(4)), begin.plusDays(4 + random.nextInt(5)), week()))
                : List.of();
        return new Calendar(id, false, week(), seasons, specials(), official, provisional);
    }

    private WeekPattern week() {
        List<Window> windows = pick(List.of(
                List.of(Window.parse("08:00-16:00")),
                List.of(Window.parse("08:00-12:00"), Window.parse("13:00-16:00")),
                List.of(Window.parse("00:00-24:00")),
                List.of(Window.parse("01:30-03:30"), Window.parse("22:00-24:00"))));
        int last = pick(List.of(5, 5, 6, 7));
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= last; day++) {
            week.put(DayOfWeek.of(day), day == 5 ? List.of(Window.parse("08:00-11:30")) : windows);
        }
        return new WeekPattern(week);
    }

    private List<SpecialDay> specials() {
        List<SpecialDay> specials = new ArrayList<>();
        for (int day = 0; day < 16; day++) {
            LocalDate date = begin.plusDays(day);
            switch (random.nextInt(10)) {
                case 0 -> specials.add(new SpecialDay(date, DayKind.HOLIDAY, "libur", List.of()));
                case 1 ->
                    specials.add(
                            new SpecialDay(date, DayKind.EXTRA_OPENING, "buka", List.of(Window.parse("09:00-12:00"))));
                default -> {}
            }
        }
        return specials;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
