package id.tepati.importer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates by the formats of a mapping. A text without offset is local time in the zone; one that falls into a gap
 * or an overlap of the clock takes the offset before the transition. What two formats read differently is refused.
 */
final class Dates {
    /** What a text says about time. */
    sealed interface Moment {
        /** An instant. */
        record At(Instant instant) implements Moment {
            @Override
            public String toString() {
                return instant.toString();
            }
        }

        /** A date without time of day. */
        record Day(LocalDate date) implements Moment {
            @Override
            public String toString() {
                return date.toString();
            }
        }
    }

    private final ZoneId zone;
    private final List<DateFormat> formats;

    Dates(ZoneId zone, List<DateFormat> formats) {
        this.zone = zone;
        this.formats = List.copyOf(formats);
    }

    /**
     * The format of this name: {@code excel}, or a pattern of java.time.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static DateFormat format(String name) {
        return name.equals(DateFormat.ExcelSerial.NAME) ? new DateFormat.ExcelSerial() : DateFormat.Pattern.of(name);
    }

    /** Whatever the text may say, each with the first format that reads it so, in the order of the formats. */
    Map<Moment, DateFormat> readings(String text) {
        Map<Moment, DateFormat> readings = new LinkedHashMap<>();
        for (DateFormat format : formats) {
            format.read(text, zone).ifPresent(moment -> readings.putIfAbsent(moment, format));
        }
        return readings;
    }

    /** The moment that a row's cells say, which are not all blank. */
    Moment required(Row row, Template cells) throws RowRefused {
        String text = cells.fillWithBlanks(row);
        Map<Moment, DateFormat> readings = readings(text);
        if (readings.isEmpty()) {
            throw new RowRefused(
                    "bad-date",
                    cells.named() + " looks like " + shape(text) + " and fits no pattern of `dates`",
                    "correct the cell, or add its pattern to `dates` in the mapping");
        }
        if (readings.size() > 1) {
            throw ambiguous(cells, readings);
        }
        return readings.keySet().iterator().next();
    }

    private static RowRefused ambiguous(Template cells, Map<Moment, DateFormat> readings) {
        String both = readings.entrySet().stream()
                .map(reading -> reading.getKey() + " by " + reading.getValue().written())
                .collect(Collectors.joining(", "));
        return new RowRefused(
                "ambiguous-date",
                cells.named() + " can be read as " + both,
                "keep the format in `dates` that the file is written in; import files of other formats by another mapping");
    }

    /**
     * The instant that a row's cells say, which are not all blank.
     *
     * @param day the time of day at which a date alone counts; null where it must not be alone
     */
    Instant instant(Row row, Template cells, @Nullable LocalTime day) throws RowRefused {
        Moment moment = required(row, cells);
        if (moment instanceof Moment.At at) {
            return at.instant();
        }
        if (day == null) {
            throw new RowRefused(
                    "date-without-time",
                    cells.named() + " has a date only, but an event happens at a time of day",
                    "use a column with date and time, two columns like time: \"{DATE} {TIME}\", or say with"
                            + " day: start, end or 08:00 when the day counts");
        }
        return ((Moment.Day) moment).date().atTime(day).atZone(zone).toInstant();
    }

    /** The text with digits and letters blotted out, since a cell may hold personal data. */
    private static String shape(String text) {
        String blotted = text.replaceAll("\\p{Nd}", "9").replaceAll("\\p{L}", "a");
        return "`" + (blotted.length() <= 40 ? blotted : blotted.substring(0, 40) + "...") + "`";
    }
}
