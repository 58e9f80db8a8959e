package id.tepati.contract.catalogue.draft;

import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Nearest;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads weeks and windows of calendars: days by Indonesian or English name, alone or as a range. */
final class Weeks {
    private static final List<String> INDONESIAN =
            List.of("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu");
    private static final List<String> ENGLISH =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2})[.:](\\d{2}) *[-–] *(\\d{1,2})[.:](\\d{2})");

    private final Problems problems;

    Weeks(Problems problems) {
        this.problems = problems;
    }

    /** The week of a mapping from days to windows; what cannot be read is reported and left out. */
    WeekPattern week(Node node, FilePosition place) {
        Map<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    place, "is not a mapping", "write for instance senin-kamis: [\"08:00-12:00\", \"13:00-16:00\"]");
            return WeekPattern.CLOSED;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            FilePosition at = place.field(key, tuple.getKeyNode());
            Set<DayOfWeek> named = Fields.parse(tuple.getKeyNode(), at, Weeks::days, problems);
            List<Window> windows = windows(tuple.getValueNode(), at);
            for (DayOfWeek day : named == null ? Set.<DayOfWeek>of() : named) {
                if (days.put(day, windows) != null) {
                    problems.add(at, "gives " + name(day) + " twice", "name each day once");
                }
            }
        }
        return new WeekPattern(days);
    }

    /** The windows of one day, none where any of them cannot be read. */
    List<Window> windows(Node node, FilePosition place) {
        List<Node> texts = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<Window> windows = new ArrayList<>();
        for (Node text : texts) {
            Window window = Fields.parse(text, place, Weeks::window, problems);
            if (window == null) {
                return List.of();
            }
            windows.add(window);
        }
        windows.sort(Comparator.comparingInt(Window::fromSecond));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).fromSecond() < windows.get(i - 1).toSecond()) {
                problems.add(
                        place,
                        "has windows that overlap: " + windows.get(i - 1) + " and " + windows.get(i),
                        "let each window begin when or after the one before ends");
                return List.of();
            }
        }
        return windows;
    }

    private static Window window(String text) throws BadText {
        Matcher matcher = TIMES.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadText("is not a window: " + text, "write from-to, for instance \"07:30-12:00\"");
        }
        String from = time(matcher.group(1), matcher.group(2));
        String to = time(matcher.group(3), matcher.group(4));
        if (from.compareTo("24:00") >= 0 || to.compareTo("24:00") > 0 || invalid(matcher.group(2), matcher.group(4))) {
            throw new BadText("has a time that no clock shows: " + text, "write times from 00:00 to 24:00");
        }
        if (from.equals(to)) {
            throw new BadText("is empty: " + text, "let the window end after it begins, or leave it out");
        }
        if (from.compareTo(to) > 0) {
            throw new BadText(
                    "crosses midnight: " + text,
                    "split it: \"" + from + "-24:00\" on this day and \"00:00-" + to + "\" on the next");
        }
        return Window.parse(from + "-" + to);
    }

    /** The days that a key names: {@code senin}, {@code monday}, {@code senin-kamis} or {@code sabtu, minggu}. */
    static Set<DayOfWeek> days(String text) throws BadText {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("\\s*[-–]\\s*", 2);
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) throws BadText {
        String name = text.strip().toLowerCase(Locale.ROOT).replace("'", "");
        int index = Math.max(INDONESIAN.indexOf(name), ENGLISH.indexOf(name));
        if (index < 0) {
            String advice = Nearest.among(name, INDONESIAN)
                    .or(() -> Nearest.among(name, ENGLISH))
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("use senin to minggu, monday to sunday, or a range such as senin-kamis");
            throw new BadText("is not a day of the week: " + text, advice);
        }
        return DayOfWeek.of(index + 1);
    }

    private static String name(DayOfWeek day) {
        return INDONESIAN.get(day.getValue() - 1);
    }

    private static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" : "") + hour + ":" + minute;
    }

    private static boolean invalid(String... minutes) {
        return List.of(minutes).stream().anyMatch(minute -> Integer.parseInt(minute) > 59);
    }
}
