package id.tepati.importer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates by patterns tried in order. A text without offset is local time in the zone; one that falls into a gap
 * or an overlap of the clock takes the offset before the transition.
 */
final class Dates {
    /** What a text says about time. */
    sealed interface Moment {
        /** An instant. */
        record At(Instant instant) implements Moment {}

        /** A date without time of day. */
        record Day(LocalDate date) implements Moment {}
    }

    private final ZoneId zone;
    private final List<DateTimeFormatter> formats;

    Dates(ZoneId zone, List<DateTimeFormatter> formats) {
        this.zone = zone;
        this.formats = List.copyOf(formats);
    }

    /**
     * Compiles a pattern of java.time. Strict, since the 31st of February must not quietly become the 28th.
     *
     * @throws IllegalArgumentException if it is no such pattern
     */
    static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** What the text says by the first pattern that fits; empty where none does. */
    Optional<Moment> read(String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(
                        moment(format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
            } catch (DateTimeException e) {
                // the next pattern may fit
            }
        }
        return Optional.empty();
    }

    private Moment moment(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return new Moment.At(zoned.toInstant());
        }
        return parsed instanceof LocalDateTime local
                ? new Moment.At(local.atZone(zone).toInstant())
                : new Moment.Day((LocalDate) parsed);
    }

    /** The moment in a row's cell, which is not blank. */
    Moment required(Row row, ColumnRef column) throws RowRefused {
        String text = row.required(column);
        return read(text)
                .orElseThrow(() -> new RowRefused(
                        "bad-date",
                        "column " + column.name() + " looks like " + shape(text) + " and fits no pattern of `dates`",
                        "correct the cell, or add its pattern to `dates` in the mapping"));
    }

    /** The instant in a row's cell, which is not blank. */
    Instant instant(Row row, ColumnRef column) throws RowRefused {
        if (required(row, column) instanceof Moment.At at) {
            return at.instant();
        }
        throw new RowRefused(
                "date-without-time",
                "column " + column.name() + " has a date only, but an event happens at a time of day",
                "use a column with date and time");
    }

    /** The text with digits and letters blotted out, since a cell may hold personal data. */
    private static String shape(String text) {
        String blotted = text.replaceAll("\\p{Nd}", "9").replaceAll("\\p{L}", "a");
        return "`" + (blotted.length() <= 40 ? blotted : blotted.substring(0, 40) + "...") + "`";
    }
}
