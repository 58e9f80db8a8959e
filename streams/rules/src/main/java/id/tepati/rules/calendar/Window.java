package id.tepati.rules.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open opening window of one local day, in seconds of that day: open from {@code fromSecond} on,
 * closed from {@code toSecond} on. It never crosses midnight; 86,400 is the 24:00 that ends the day.
 */
public record Window(int fromSecond, int toSecond) {

    /** Seconds in a local day as a clock face shows them, whatever a time shift does to its real length. */
    public static final int DAY_END = 86_400;

    /** The whole day, 00:00-24:00. */
    public static final Window ALL_DAY = new Window(0, DAY_END);

    private static final String TIME = "(\\d{2}):([0-5]\\d)(?::([0-5]\\d))?";
    private static final Pattern FORM = Pattern.compile(TIME + "-" + TIME);

    /** Checks that the window opens before it closes and stays inside one day. */
    public Window {
        if (fromSecond < 0 || fromSecond >= toSecond || toSecond > DAY_END) {
            throw new IllegalArgumentException(
                    "a window opens before it closes and ends at 24:00 at the latest, not second " + fromSecond
                            + " to second " + toSecond);
        }
    }

    /**
     * Reads {@code HH:mm-HH:mm} (seconds may follow each); {@code 24:00} is allowed as the end.
     *
     * @throws IllegalArgumentException where the text has another form or is no window
     */
    public static Window parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write a window as 08:00-16:00, not " + text);
        }
        return new Window(secondOfDay(matcher, 1), secondOfDay(matcher, 4));
    }

    /** Gives back the form that {@link #parse} reads; seconds are written only where there are any. */
    @Override
    public String toString() {
        return time(fromSecond) + "-" + time(toSecond);
    }

    /**
     * An immutable copy in order of opening. Windows may touch, as in 07:00-12:00, 12:00-13:00.
     *
     * @throws IllegalArgumentException where two windows overlap
     */
    static List<Window> sorted(List<Window> windows) {
        if (windows.size() < 2) {
            return List.copyOf(windows);
        }
        List<Window> sorted = windows.stream()
                .sorted(Comparator.comparingInt(Window::fromSecond))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).fromSecond < sorted.get(i - 1).toSecond) {
                throw new IllegalArgumentException(
                        "windows of a day must not overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return sorted;
    }

    private static int secondOfDay(Matcher matcher, int group) {
        String seconds = matcher.group(group + 2);
        return Integer.parseInt(matcher.group(group)) * 3600
                + Integer.parseInt(matcher.group(group + 1)) * 60
                + (seconds == null ? 0 : Integer.parseInt(seconds));
    }

    private static String time(int second) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", second / 3600, second / 60 % 60);
        return second % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, ":%02d", second % 60);
    }
}
