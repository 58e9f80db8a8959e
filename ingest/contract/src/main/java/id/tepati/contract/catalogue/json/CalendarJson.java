package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.rules.WireName;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.Season;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an entry's JSON that describes a calendar. */
final class CalendarJson {
    private CalendarJson() {}

    static ObjectNode write(Calendar calendar, ObjectNode tree) {
        if (calendar.alwaysOpen()) {
            tree.put("alwaysOpen", true);
            return tree;
        }
        tree.put("officialUntil", calendar.officialUntil().toString());
        tree.put("provisionalUntil", calendar.provisionalUntil().toString());
        write(calendar.week(), tree.putObject("week"));
        ArrayNode seasons = tree.putArray("seasons");
        for (Season season : calendar.seasons()) {
            ObjectNode object = seasons.addObject();
            object.put("name", season.name());
            object.put("from", season.from().toString());
            object.put("to", season.to().toString());
            write(season.week(), object.putObject("week"));
        }
        ArrayNode days = tree.putArray("days");
        calendar.days().forEach(day -> write(day, days.addObject()));
        return tree;
    }

    static Calendar read(JsonFields fields) {
        CalendarId id = new CalendarId(fields.text("id"));
        if (fields.is("alwaysOpen")) {
            return Calendar.alwaysOpen(id);
        }
        return new Calendar(
                id,
                false,
                week(fields.node("week")),
                fields.objects("seasons").stream().map(CalendarJson::season).toList(),
                fields.objects("days").stream().map(CalendarJson::day).toList(),
                fields.date("officialUntil"),
                fields.date("provisionalUntil"));
    }

    private static void write(WeekPattern week, ObjectNode tree) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.on(day).isEmpty()) {
                write(week.on(day), tree.putArray(WireName.of(day)));
            }
        }
    }

    private static void write(SpecialDay day, ObjectNode tree) {
        tree.put("date", day.date().toString());
        tree.put("kind", WireName.of(day.kind()));
        tree.put("name", day.name());
        if (!day.windows().isEmpty()) {
            write(day.windows(), tree.putArray("windows"));
        }
    }

    private static void write(List<Window> windows, ArrayNode array) {
        windows.forEach(window -> array.add(window.toString()));
    }

    private static Season season(JsonFields fields) {
        return new Season(fields.text("name"), fields.date("from"), fields.date("to"), week(fields.node("week")));
    }

    private static SpecialDay day(JsonFields fields) {
        DayKind kind = WireName.parse(DayKind.class, fields.text("kind"));
        return new SpecialDay(fields.date("date"), kind, fields.text("name"), windows(fields.node("windows")));
    }

    private static WeekPattern week(@Nullable JsonNode node) {
        Map<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
        if (node != null) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, windows(node.get(WireName.of(day))));
            }
        }
        return new WeekPattern(days);
    }

    private static List<Window> windows(@Nullable JsonNode array) {
        List<Window> windows = new ArrayList<>();
        if (array != null) {
            array.forEach(text -> windows.add(Window.parse(text.asText())));
        }
        return windows;
    }
}
