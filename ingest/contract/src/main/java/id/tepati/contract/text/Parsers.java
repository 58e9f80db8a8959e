package id.tepati.contract.text;

import id.tepati.rules.Ids;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of the texts that people write in catalogues and mappings. */
public final class Parsers {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Map<String, String> INDONESIAN_ZONES =
            Map.of("WIB", "Asia/Jakarta", "WITA", "Asia/Makassar", "WIT", "Asia/Jayapura");

    private Parsers() {}

    /** An id of the catalogue. */
    public static String id(String text) throws BadText {
        if (!Ids.isCatalogueId(text)) {
            throw new BadText(
                    "is not an id: " + text,
                    "use 1 to 120 of a-z 0-9 . _ - and begin with a letter or digit, for instance kel-melati");
        }
        return text;
    }

    /** The id of a unit. */
    public static UnitId unitId(String text) throws BadText {
        return new UnitId(id(text));
    }

    /** The id of a service. */
    public static ServiceId serviceId(String text) throws BadText {
        return new ServiceId(id(text));
    }

    /** The id of a calendar. */
    public static CalendarId calendarId(String text) throws BadText {
        return new CalendarId(id(text));
    }

    /** A text that is not blank, without the space around it. */
    public static String text(String text) throws BadText {
        if (text.isBlank()) {
            throw new BadText("is blank", "write a text or leave the key out");
        }
        return text.strip();
    }

    /** {@code true} or {@code false}. */
    public static boolean yesOrNo(String text) throws BadText {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadText("is neither true nor false: " + text, "write true or leave the key out");
        };
    }

    /** A day as {@code 2026-01-31}. */
    public static LocalDate date(String text) throws BadText {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException notADay) {
            throw new BadText("is not a day of the calendar: " + text, "check month and day");
        }
        throw new BadText("is not a date: " + text, "write year-month-day, for instance 2026-01-31");
    }

    /** The id of a stage of a visit. */
    public static Stage stage(String text) throws BadText {
        return new Stage(id(text));
    }

    /** A time of day as {@code 05:00}. */
    public static LocalTime time(String text) throws BadText {
        if (TIME.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        throw new BadText("is not a time of day: " + text, "write hours and minutes in quotes, for instance \"05:00\"");
    }

    /** A time zone by its IANA name. */
    public static ZoneId zone(String text) throws BadText {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            String meant = INDONESIAN_ZONES.get(text);
            throw new BadText(
                    "is not a time zone: " + text,
                    meant != null
                            ? "write " + meant
                            : "write Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT) or another IANA name");
        }
        return ZoneId.of(text);
    }

    /** A clock by its id. */
    public static ClockKind clock(String text) throws BadText {
        return ClockKind.ofId(text)
                .orElseThrow(() -> new BadText(
                        "is an unknown clock: " + text,
                        Nearest.advice(
                                text,
                                Stream.of(ClockKind.values()).map(ClockKind::id).toList())));
    }

    /** A share of cases above 0 up to 1, written in per cent. */
    public static BigDecimal target(String text) throws BadText {
        var matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new BadText("is not a percentage: " + text, "write for instance 95% or 97.5%");
        }
        BigDecimal share = new BigDecimal(matcher.group(1)).movePointLeft(2).stripTrailingZeros();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new BadText("is no share of cases: " + text, "write a percentage above 0% up to 100%");
        }
        return share;
    }
}
