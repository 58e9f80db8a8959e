package id.tepati.contract.text;

import id.tepati.rules.catalogue.Within;
import id.tepati.rules.catalogue.Within.CalendarDays;
import id.tepati.rules.catalogue.Within.OfficeTime;
import id.tepati.rules.catalogue.Within.Stated;
import id.tepati.rules.catalogue.Within.Unknown;
import id.tepati.rules.catalogue.Within.WallTime;
import id.tepati.rules.catalogue.Within.WorkingDays;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The amount of a promise as text, for instance {@code 30 office-minutes}, in YAML and in JSON alike. */
public final class WithinText {
    /** Ten years: longer promises are slips of the pen. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,9}) +(\\S+)");
    private static final String RANGE = ".*\\d\\s*(-|–|s/d|sampai)\\s*\\d.*";
    private static final List<String> UNITS =
            List.of("minutes", "hours", "office-minutes", "office-hours", "working-days", "calendar-days");
    private static final Map<String, String> INDONESIAN = Map.of(
            "menit", "office-minutes (or minutes around the clock)",
            "jam", "office-hours (or hours around the clock)",
            "hari", "calendar-days",
            "hari kerja", "working-days",
            "hari kalender", "calendar-days");

    private static final Within.Visitor<String> FORMAT = new Within.Visitor<>() {
        @Override
        public String wallTime(Duration amount) {
            return time(amount, "");
        }

        @Override
        public String officeTime(Duration amount) {
            return time(amount, "office-");
        }

        @Override
        public String workingDays(int amount) {
            return amount + " working-days";
        }

        @Override
        public String calendarDays(int amount) {
            return amount + " calendar-days";
        }

        @Override
        public String stated() {
            return "stated";
        }

        @Override
        public String unknown() {
            return "unknown";
        }
    };

    private WithinText() {}

    /** The amount that a text states. */
    public static Within parse(String text) throws BadText {
        String plain = text.strip();
        if (plain.equals("stated")) {
            return new Stated();
        }
        if (plain.equals("unknown")) {
            return new Unknown();
        }
        Matcher matcher = FORM.matcher(plain);
        if (!matcher.matches()) {
            throw notAnAmount(plain);
        }
        String unit = plural(matcher.group(2));
        if (!UNITS.contains(unit)) {
            throw new BadText("has an unknown unit of time: " + matcher.group(2), Nearest.advice(unit, UNITS));
        }
        return of(Integer.parseInt(matcher.group(1)), unit, plain);
    }

    /** The text that a catalogue file would have. Times are given in hours where they are whole hours. */
    public static String format(Within within) {
        return within.accept(FORMAT);
    }

    private static Within of(int amount, String unit, String text) throws BadText {
        if (amount <= 0) {
            throw new BadText("is not above zero: " + text, "write the promised amount, or unknown where none was set");
        }
        Duration time = switch (unit) {
            case "minutes", "office-minutes" -> Duration.ofMinutes(amount);
            case "hours", "office-hours" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        if (time.compareTo(LONGEST) > 0) {
            throw new BadText("is more than ten years: " + text, "check the amount and its unit");
        }
        return switch (unit) {
            case "working-days" -> new WorkingDays(amount);
            case "calendar-days" -> new CalendarDays(amount);
            case "minutes", "hours" -> new WallTime(time);
            default -> new OfficeTime(time);
        };
    }

    private static BadText notAnAmount(String text) {
        if (text.matches(RANGE)) {
            return new BadText(
                    "is a range: " + text, "write its upper bound as a whole number, for instance 3 working-days");
        }
        String word = text.replaceFirst("^[\\d.,]+\\s*", "").toLowerCase(Locale.ROOT);
        String meant = INDONESIAN.get(word);
        if (meant != null && !word.equals(text.toLowerCase(Locale.ROOT))) {
            return new BadText("is not in a unit known here: " + text, "for " + word + " write " + meant);
        }
        return new BadText(
                "is not an amount of time: " + text,
                "write a whole number and one of " + String.join(", ", UNITS)
                        + "; stated where each case is promised its own time; unknown where no number was published");
    }

    private static String plural(String unit) {
        return unit.endsWith("s") ? unit : unit + "s";
    }

    private static String time(Duration amount, String prefix) {
        if (!amount.equals(Duration.ofMinutes(amount.toMinutes()))) {
            throw new IllegalArgumentException("a promise is made in whole minutes, not " + amount);
        }
        return amount.toMinutesPart() == 0
                ? amount.toHours() + " " + prefix + "hours"
                : amount.toMinutes() + " " + prefix + "minutes";
    }
}
