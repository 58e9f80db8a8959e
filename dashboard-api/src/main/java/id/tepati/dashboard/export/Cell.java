package id.tepati.dashboard.export;

import id.tepati.rules.WireName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** What stands in one field of an exported row. Immutable. */
sealed interface Cell {
    /** As it stands in a CSV file, before it is quoted. */
    String csv();

    /** Puts it into a sheet. */
    void put(Worksheet sheet, int row, int column);

    /**
     * That of a value of an answer: numbers, truths and dates as such, everything else by the text that JSON has for it;
     * several values in one field are parted by semicolons.
     */
    static Cell of(@Nullable Object value) {
        if (value == null) {
            return new Nothing();
        } else if (value instanceof Number number) {
            return new Figure(number);
        } else if (value instanceof Boolean truth) {
            return new Truth(truth);
        } else if (value instanceof LocalDate date) {
            return new Day(date);
        }
        return new Text(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return WireName.of(constant);
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(Cell::text).collect(Collectors.joining("; "));
        } else if (value instanceof Map<?, ?> named) {
            return named.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** No value. */
    record Nothing() implements Cell {
        @Override
        public String csv() {
            return "";
        }

        @Override
        public void put(Worksheet sheet, int row, int column) {
            // a cell that is not there is empty
        }
    }

    /**
     * Text, which no program may take for a formula: what begins like one bears an apostrophe in CSV (OWASP, "CSV
     * injection") and is a plain string in a sheet.
     */
    record Text(String value) implements Cell {
        private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
        private static final int LONGEST_IN_A_SHEET = 32_767;

        @Override
        public String csv() {
            boolean looksLikeFormula = !value.isEmpty() && BEGINNINGS.indexOf(value.charAt(0)) >= 0;
            return looksLikeFormula ? "'" + value : value;
        }

        @Override
        public void put(Worksheet sheet, int row, int column) {
            sheet.inlineString(row, column, shortened());
        }

        /** Spreadsheets refuse a file with longer texts. */
        private String shortened() {
            if (value.length() <= LONGEST_IN_A_SHEET) {
                return value;
            }
            int end = LONGEST_IN_A_SHEET - 1;
            return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + "…";
        }
    }

    /** A number, with a point in CSV. */
    record Figure(Number value) implements Cell {
        @Override
        public String csv() {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }

        @Override
        public void put(Worksheet sheet, int row, int column) {
            sheet.value(row, column, value);
        }
    }

    /** Yes or no. */
    record Truth(boolean value) implements Cell {
        @Override
        public String csv() {
            return Boolean.toString(value);
        }

        @Override
        public void put(Worksheet sheet, int row, int column) {
            sheet.value(row, column, value);
        }
    }

    /** A local date, which has no zone. */
    record Day(LocalDate value) implements Cell {
        @Override
        public String csv() {
            return value.toString();
        }

        @Override
        public void put(Worksheet sheet, int row, int column) {
            sheet.value(row, column, value);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        }
    }
}
