package id.tepati.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** One way in which a file writes dates. */
sealed interface DateFormat {
    /** What the text says when read this way, local times being of the zone; empty where it is not written so. */
    Optional<Dates.Moment> read(String text, ZoneId zone);

    /** As the mapping names it. */
    String written();

    /**
     * A pattern of java.time. A month that is written as a word is read in Indonesian and in English.
     *
     * @param formatter reads the text, in which a month word has been replaced by two digits
     */
    record Pattern(String written, DateTimeFormatter formatter, boolean wordyMonth) implements DateFormat {
        /**
         * Compiles a pattern. Strict, since the 31st of February must not quietly become the 28th.
         *
         * @throws IllegalArgumentException if it is no such pattern
         */
        static Pattern of(String pattern) {
            String digits = MonthWords.digitsInPattern(pattern);
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(digits)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            return new Pattern(pattern, formatter, !digits.equals(pattern));
        }

        @Override
        public Optional<Dates.Moment> read(String text, ZoneId zone) {
            return wordyMonth ? MonthWords.digits(text).flatMap(digits -> parse(digits, zone)) : parse(text, zone);
        }

        private Optional<Dates.Moment> parse(String text, ZoneId zone) {
            try {
                return Optional.of(moment(
                        formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from), zone));
            } catch (DateTimeException notWrittenSo) {
                return Optional.empty();
            }
        }

        private static Dates.Moment moment(TemporalAccessor parsed, ZoneId zone) {
            if (parsed instanceof ZonedDateTime zoned) {
                return new Dates.Moment.At(zoned.toInstant());
            }
            return parsed instanceof LocalDateTime local
                    ? new Dates.Moment.At(local.atZone(zone).toInstant())
                    : new Dates.Moment.Day((LocalDate) parsed);
        }
    }

    /**
     * The number of days that a spreadsheet counts since the end of 1899, with the time of day as its fraction, of which
     * whole seconds are kept. From 1927 to 2173, so that no other number is taken for a day.
     */
    record ExcelSerial() implements DateFormat {
        /** How a mapping names it. */
        static final String NAME = "excel";

        private static final java.util.regex.Pattern SERIAL =
                java.util.regex.Pattern.compile("(\\d{5})(?:[.,](\\d{1,17}))?");
        private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
        private static final double SECONDS_A_DAY = 86_400;

        @Override
        public Optional<Dates.Moment> read(String text, ZoneId zone) {
            Matcher serial = SERIAL.matcher(text);
            return serial.matches() && serial.group(1).charAt(0) != '0'
                    ? Optional.of(moment(serial.group(1), serial.group(2), zone))
                    : Optional.empty();
        }

        private static Dates.Moment moment(String days, @Nullable String fraction, ZoneId zone) {
            LocalDate day = DAY_ZERO.plusDays(Long.parseLong(days));
            if (fraction == null) {
                return new Dates.Moment.Day(day);
            }
            long seconds = Math.round(Double.parseDouble("0." + fraction) * SECONDS_A_DAY);
            return new Dates.Moment.At(
                    day.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant());
        }

        @Override
        public String written() {
            return NAME;
        }
    }
}
