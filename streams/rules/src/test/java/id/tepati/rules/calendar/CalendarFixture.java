package id.tepati.rules.calendar;

import id.tepati.rules.Published;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Calendars for tests; each method gives a new version that differs in one thing. */
record CalendarFixture(Published<Calendar> version) {

    static final CalendarId ID = new CalendarId("office");

    /** Known without end, in force since ever. */
    static CalendarFixture open(String days, String... windows) {
        return open(week(days, windows));
    }

    static CalendarFixture open(WeekPattern week) {
        return of(week, List.of());
    }

    /** Closed all week but for one day. */
    static CalendarFixture once(SpecialDay day) {
        return of(WeekPattern.CLOSED, List.of(day));
    }

    private static CalendarFixture of(WeekPattern week, List<SpecialDay> days) {
        return new CalendarFixture(
                Published.sinceEver(new Calendar(ID, false, week, List.of(), days, LocalDate.MAX, LocalDate.MAX)));
    }

    static CalendarFixture alwaysOpen() {
        return new CalendarFixture(Published.sinceEver(Calendar.alwaysOpen(ID)));
    }

    /** A week of one kind of day: the digits 1 (Monday) to 7 name the open days. */
    static WeekPattern week(String days, String... windows) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        days.chars().forEach(day -> week.put(DayOfWeek.of(day - '0'), windows(windows)));
        return new WeekPattern(week);
    }

    /** One week over the days of another. */
    static WeekPattern join(WeekPattern first, WeekPattern second) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        week.putAll(first.days());
        week.putAll(second.days());
        return new WeekPattern(week);
    }

    static List<Window> windows(String... windows) {
        return Arrays.stream(windows).map(Window::parse).toList();
    }

    static SpecialDay special(String date, DayKind kind, String... windows) {
        return new SpecialDay(LocalDate.parse(date), kind, kind.name(), windows(windows));
    }

    /** The holidays of the joint decrees (SKB 3 Menteri), without those of the kinds named. */
    static List<SpecialDay> indonesianHolidays(DayKind... except) {
        return lines("holidays-id-2024-2026.csv").stream()
                .map(line -> line.split(",", 3))
                .map(cell -> new SpecialDay(LocalDate.parse(cell[0]), kind(cell[1]), cell[2], List.of()))
                .filter(day -> !Arrays.asList(except).contains(day.kind()))
                .toList();
    }

    /** The rows of a CSV among the test resources, without comments and heading. */
    static List<String> lines(String resource) {
        try (InputStream in = CalendarFixture.class.getResourceAsStream("/calendar/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DayKind kind(String letter) {
        return switch (letter) {
            case "L" -> DayKind.HOLIDAY;
            case "C" -> DayKind.JOINT_LEAVE;
            case "P" -> DayKind.ELECTION;
            default -> throw new IllegalArgumentException("no kind " + letter);
        };
    }

    CalendarFixture days(SpecialDay... days) {
        return days(List.of(days));
    }

    CalendarFixture days(List<SpecialDay> days) {
        return with(calendar().seasons(), days);
    }

    CalendarFixture season(String name, String from, String to, WeekPattern week) {
        Season season = new Season(name, LocalDate.parse(from), LocalDate.parse(to), week);
        return with(List.of(season), calendar().days());
    }

    CalendarFixture numbered(int number, String effectiveFrom) {
        return new CalendarFixture(
                new Published<>(number, LocalDate.parse(effectiveFrom), version.knownFrom(), calendar()));
    }

    CalendarFixture known(String officialUntil, String provisionalUntil) {
        return with(new Calendar(
                ID,
                false,
                calendar().week(),
                calendar().seasons(),
                calendar().days(),
                LocalDate.parse(officialUntil),
                LocalDate.parse(provisionalUntil)));
    }

    WorkCalendar in(String zone) {
        return WorkCalendar.of(ZoneId.of(zone), List.of(version));
    }

    Calendar calendar() {
        return version.content();
    }

    private CalendarFixture with(List<Season> seasons, List<SpecialDay> days) {
        return with(new Calendar(
                ID,
                calendar().alwaysOpen(),
                calendar().week(),
                seasons,
                days,
                calendar().officialUntil(),
                calendar().provisionalUntil()));
    }

    private CalendarFixture with(Calendar other) {
        return new CalendarFixture(
                new Published<>(version.version(), version.effectiveFrom(), version.knownFrom(), other));
    }
}
