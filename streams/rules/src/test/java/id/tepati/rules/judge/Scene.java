package id.tepati.rules.judge;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Received;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.oracle.Histories;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case of one unit, written down shortly. Times are local and of 2026 unless a year is given: {@code 11-16 09:00};
 * events are {@code accepted 11-16 09:00; decided 11-19 15:30}. The office is open Monday to Friday 08:00-16:00 and
 * closed on Wednesday 25 November.
 */
public final class Scene {
    public static final UnitId UNIT = new UnitId("kel-melati");
    public static final ServiceId SERVICE = new ServiceId("ktp-el");
    static final CalendarId OFFICE = new CalendarId("office");

    private final ZoneId zone;
    private final List<Published<Service>> services = new ArrayList<>();
    private final List<Published<Standard>> standards = new ArrayList<>();
    private final List<Published<Calendar>> calendars = new ArrayList<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private LocalTime dayStart = LocalTime.MIDNIGHT;

    public Scene(String zone) {
        this.zone = ZoneId.of(zone);
        services.add(Published.sinceEver(new Service(SERVICE, "KTP-el", null)));
    }

    /** In Jakarta, where no hour is ever skipped. */
    public static Scene ofJakarta() {
        return new Scene("Asia/Jakarta");
    }

    /** With one promise, known since ever. */
    public static Scene promising(ClockKind clock, String within) {
        return ofJakarta().standard(1, "", "", clock, within);
    }

    /** With the stages of a visit in order, divided by blanks. */
    Scene stages(String stages) {
        services.set(0, Published.sinceEver(new Service(SERVICE, "KTP-el", null, stagesOf(stages))));
        return this;
    }

    private static List<Stage> stagesOf(String stages) {
        return stages.isEmpty()
                ? List.of()
                : Stream.of(stages.split(" ")).map(Stage::new).toList();
    }

    /** With service days that begin at another hour than midnight. */
    Scene dayStart(String time) {
        dayStart = LocalTime.parse(time);
        return this;
    }

    /** A standard for everything, known since ever: the same promise for each of the stages. */
    Scene promise(String stages, Map<ClockKind, String> withins) {
        List<Promise> promises = new ArrayList<>();
        withins.forEach((clock, within) -> (clock.isStaged() ? stagesOf(stages) : List.of(Stage.MAIN))
                .forEach(stage -> promises.add(new Promise(clock, stage, within(within), null))));
        standards.add(
                Published.sinceEver(new Standard(new StandardScope(null, null, null), "SK 1", promises, Map.of())));
        return this;
    }

    /** A standard for everything; an empty date means since ever. */
    Scene standard(int version, String effectiveFrom, String knownFrom, ClockKind clock, String within) {
        return standard(
                new StandardScope(null, null, null),
                version,
                effectiveFrom,
                knownFrom,
                new Promise(clock, within(within), null));
    }

    Scene standard(StandardScope scope, int version, String effectiveFrom, String knownFrom, Promise promise) {
        standards.add(new Published<>(
                version,
                date(effectiveFrom),
                known(knownFrom),
                new Standard(scope, "SK " + version, List.of(promise), Map.of())));
        return this;
    }

    /** A version of the calendar that closes on the given dates and is known to the end. */
    Scene calendar(int version, String knownFrom, String... closed) {
        return calendar(version, knownFrom, LocalDate.MAX, LocalDate.MAX, closed);
    }

    Scene calendar(int version, String knownFrom, LocalDate official, LocalDate provisional, String... closed) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(Window.parse("08:00-16:00")));
        }
        List<SpecialDay> days = new ArrayList<>();
        for (String date : closed) {
            days.add(new SpecialDay(date(date), DayKind.HOLIDAY, "libur", List.of()));
        }
        calendars.add(new Published<>(
                version,
                LocalDate.MIN,
                known(knownFrom),
                new Calendar(OFFICE, false, new WeekPattern(week), List.of(), days, official, provisional)));
        return this;
    }

    Scene alwaysOpen() {
        calendars.add(Published.sinceEver(Calendar.alwaysOpen(OFFICE)));
        return this;
    }

    /** Adds events: {@code type time [key=value ...]}, divided by semicolons; names of applications and tickets need no prefix. */
    public Scene events(String text) {
        for (String event : text.split(";")) {
            String[] word = event.strip().split(" +");
            Map<Field, String> details = new EnumMap<>(Field.class);
            String id = "e" + events.size();
            Sequence sequence = Sequence.NONE;
            for (int i = 3; i < word.length; i++) {
                String[] pair = word[i].split("=", 2);
                switch (pair[0]) {
                    case "id" -> id = pair[1];
                    case "seq" -> sequence = new Sequence(pair[1]);
                    case "voids" -> {
                        details.put(Field.VOIDS_SOURCE, "counter");
                        details.put(Field.VOIDS_ID, Histories.digest(pair[1]).toString());
                    }
                    default -> details.put(Field.ofWireName(pair[0]).orElseThrow(), value(pair[0], pair[1]));
                }
            }
            Instant at = at(word[1] + " " + word[2]);
            if (type(word[0]).family() == EventFamily.TICKET) {
                details.putIfAbsent(
                        Field.SERVICE_DAY, unit().content().serviceDayOf(at).toString());
            }
            events.add(event(type(word[0]), at, id, sequence, details));
        }
        return this;
    }

    private String value(String field, String text) {
        return (field.equals("promisedAt") || field.equals("appointment")) && text.contains("T")
                ? LocalDateTime.parse(text).atZone(zone).toInstant().toString()
                : text;
    }

    private static EventType type(String name) {
        return EventType.ofShortName(name)
                .or(() -> EventType.ofShortName("application." + name))
                .or(() -> EventType.ofShortName("ticket." + name))
                .orElseThrow();
    }

    private static CaseEvent event(
            EventType type, Instant at, String id, Sequence sequence, Map<Field, String> details) {
        return new CaseEvent(
                type,
                at,
                new EventIdentity("counter", Histories.digest(id)),
                sequence,
                Histories.digest(type + "|" + at + "|" + details),
                type == EventType.EVENT_VOIDED ? null : SERVICE,
                new Details(details));
    }

    List<CaseEvent> received() {
        return events;
    }

    Catalogue catalogue() {
        if (calendars.isEmpty()) {
            calendar(1, "", "11-25");
        }
        return new Catalogue(List.of(unit()), services, standards, calendars);
    }

    private Published<Unit> unit() {
        return Published.sinceEver(new Unit(UNIT, "Melati", "kelurahan", null, zone, OFFICE, dayStart));
    }

    CaseFile file() {
        return Received.file(events);
    }

    public Judgement asOf(String time) {
        return Judgement.of(file(), UNIT, catalogue(), at(time));
    }

    /** The verdict on the last cycle of a clock. */
    Verdict verdict(ClockKind clock, String asOf) {
        return verdicts(clock, asOf).stream().reduce((first, second) -> second).orElseThrow();
    }

    List<Verdict> verdicts(ClockKind clock, String asOf) {
        return asOf(asOf).verdicts().stream()
                .filter(verdict -> verdict.run().clock() == clock)
                .toList();
    }

    /** A local time: {@code 11-16 09:00}, {@code 2027-01-04 00:00:00.000001}. */
    public Instant at(String time) {
        String full = time.indexOf('-') == 4 ? time : "2026-" + time;
        return LocalDateTime.parse(full.replace(' ', 'T')).atZone(zone).toInstant();
    }

    /** The local form of an instant, {@code -} for none. */
    String local(Instant instant) {
        if (instant == null) {
            return "-";
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return local.toString().replace('T', ' ').replaceFirst("^2026-", "");
    }

    String due(Verdict verdict) {
        return verdict.due() instanceof Due.At due
                ? local(due.instant())
                : verdict.due().getClass().getSimpleName();
    }

    static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("-").replaceFirst("^2026-", "");
    }

    static LocalDate date(String date) {
        return date.isEmpty() ? LocalDate.MIN : LocalDate.parse(date.length() == 5 ? "2026-" + date : date);
    }

    private Instant known(String time) {
        return time.isEmpty() ? Instant.MIN : at(time);
    }

    /** {@code 3wd 5cd 90m 8h 30om 8oh stated unknown}. */
    static Within within(String text) {
        String unit = text.replaceAll("^\\d+", "");
        String digits = text.substring(0, text.length() - unit.length());
        int amount = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return switch (unit) {
            case "wd" -> new Within.WorkingDays(amount);
            case "cd" -> new Within.CalendarDays(amount);
            case "m" -> new Within.WallTime(Duration.ofMinutes(amount));
            case "h" -> new Within.WallTime(Duration.ofHours(amount));
            case "om" -> new Within.OfficeTime(Duration.ofMinutes(amount));
            case "oh" -> new Within.OfficeTime(Duration.ofHours(amount));
            case "stated" -> new Within.Stated();
            case "unknown" -> new Within.Unknown();
            default -> throw new IllegalArgumentException("no unit " + unit);
        };
    }
}
