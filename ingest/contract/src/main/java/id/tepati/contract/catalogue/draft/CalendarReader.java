package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.Season;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the calendars of a draft. */
final class CalendarReader implements EntryReader {
    private static final Map<String, DayKind> DAY_LISTS = dayLists();
    private static final List<String> KEYS = List.of(
            "id",
            "effectiveFrom",
            "alwaysOpen",
            "officialUntil",
            "provisionalUntil",
            "week",
            "seasons",
            "holidays",
            "jointLeave",
            "elections",
            "halfDays",
            "extraOpenings",
            "closures");
    private static final List<String> SEASON_KEYS = List.of("name", "from", "to", "week");
    private static final List<String> CLOSED_DAY_KEYS = List.of("date", "name");
    private static final List<String> OPEN_DAY_KEYS = List.of("date", "name", "windows");

    private final Problems problems;
    private final Weeks weeks;

    CalendarReader(Problems problems) {
        this.problems = problems;
        this.weeks = new Weeks(problems);
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public @Nullable CatalogueEntry read(Fields fields) {
        int before = problems.count();
        CalendarId id = fields.required("id", Parsers::calendarId);
        LocalDate from = fields.orElse("effectiveFrom", Parsers::date, LocalDate.MIN);
        Calendar calendar =
                fields.orElse("alwaysOpen", Parsers::yesOrNo, false) ? alwaysOpen(id, fields) : withHours(id, fields);
        return calendar == null || problems.count() > before
                ? null
                : new CatalogueEntry.OfCalendar(Published.draft(from, calendar));
    }

    private @Nullable Calendar alwaysOpen(@Nullable CalendarId id, Fields fields) {
        for (String key : fields.keys()) {
            if (!List.of("id", "effectiveFrom", "alwaysOpen").contains(key)) {
                problems.add(fields.at(key), "means nothing on a calendar that is always open", "remove it");
            }
        }
        return id == null ? null : Calendar.alwaysOpen(id);
    }

    private @Nullable Calendar withHours(@Nullable CalendarId id, Fields fields) {
        int before = problems.count();
        WeekPattern week = week(fields);
        List<Season> seasons = seasons(fields);
        List<SpecialDay> days = days(fields);
        LocalDate official = fields.required("officialUntil", Parsers::date);
        LocalDate provisional = fields.optional("provisionalUntil", Parsers::date);
        if (official != null && provisional != null && official.isAfter(provisional)) {
            problems.add(
                    fields.at("officialUntil"),
                    "is after provisionalUntil " + provisional,
                    "let provisionalUntil be the later of the two, or leave it out");
        }
        if (id == null || official == null || problems.count() > before) {
            return null;
        }
        if (week.isEmpty() && seasons.stream().allMatch(season -> season.week().isEmpty()) && neverOpen(days)) {
            problems.add(fields.place(), "never opens", "give its week at least one window");
            return null;
        }
        return new Calendar(id, false, week, seasons, days, official, provisional == null ? official : provisional);
    }

    private static boolean neverOpen(List<SpecialDay> days) {
        return days.stream().noneMatch(day -> day.kind().isOpen());
    }

    private WeekPattern week(Fields fields) {
        Node node = fields.node("week");
        fields.requireKey("week");
        return node == null ? WeekPattern.CLOSED : weeks.week(node, fields.at("week"));
    }

    private List<Season> seasons(Fields fields) {
        List<Season> seasons = new ArrayList<>();
        for (Fields written : fields.maps("seasons", SEASON_KEYS)) {
            Season season = season(written);
            if (season != null) {
                rejectOverlap(season, seasons, written.place());
                seasons.add(season);
            }
        }
        return seasons;
    }

    private @Nullable Season season(Fields fields) {
        String name = fields.required("name", Parsers::text);
        LocalDate from = fields.required("from", Parsers::date);
        LocalDate to = fields.required("to", Parsers::date);
        WeekPattern week = week(fields);
        if (name == null || from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            problems.add(fields.at("to"), "is before from " + from, "let the season end on or after its first day");
            return null;
        }
        return new Season(name, from, to, week);
    }

    private void rejectOverlap(Season season, List<Season> others, FilePosition place) {
        for (Season other : others) {
            if (!season.to().isBefore(other.from()) && !other.to().isBefore(season.from())) {
                problems.add(place, "overlaps the season " + other.name(), "let every date be in one season at most");
            }
        }
    }

    private List<SpecialDay> days(Fields fields) {
        List<SpecialDay> days = new ArrayList<>();
        Map<LocalDate, FilePosition> seen = new HashMap<>();
        DAY_LISTS.forEach((key, kind) -> {
            for (Fields written : fields.maps(key, kind.isOpen() ? OPEN_DAY_KEYS : CLOSED_DAY_KEYS)) {
                FilePosition place = written.place();
                SpecialDay day = day(written, kind);
                FilePosition earlier = day == null ? null : seen.putIfAbsent(day.date(), place);
                if (day != null && earlier == null) {
                    days.add(day);
                } else if (day != null && earlier != null) {
                    problems.add(
                            place,
                            "lists the date " + day.date() + " again, see line " + earlier.line(),
                            "keep one of the two");
                }
            }
        });
        return days;
    }

    private @Nullable SpecialDay day(Fields fields, DayKind kind) {
        LocalDate date = fields.required("date", Parsers::date);
        String name = fields.required("name", Parsers::text);
        List<Window> windows = kind.isOpen() ? dayWindows(fields) : List.of();
        return date == null || name == null || windows.isEmpty() == kind.isOpen()
                ? null
                : new SpecialDay(date, kind, name, windows);
    }

    private List<Window> dayWindows(Fields fields) {
        Node node = fields.node("windows");
        if (!fields.requireKey("windows") || node == null) {
            return List.of();
        }
        int before = problems.count();
        List<Window> windows = weeks.windows(node, fields.at("windows"));
        if (windows.isEmpty() && problems.count() == before) {
            problems.add(fields.at("windows"), "is empty", "give the hours, or list the day under closures");
        }
        return windows;
    }

    private static Map<String, DayKind> dayLists() {
        Map<String, DayKind> lists = new LinkedHashMap<>();
        lists.put("holidays", DayKind.HOLIDAY);
        lists.put("jointLeave", DayKind.JOINT_LEAVE);
        lists.put("elections", DayKind.ELECTION);
        lists.put("halfDays", DayKind.HALF_DAY);
        lists.put("extraOpenings", DayKind.EXTRA_OPENING);
        lists.put("closures", DayKind.CLOSURE);
        return lists;
    }
}
