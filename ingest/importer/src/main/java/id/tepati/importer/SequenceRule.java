package id.tepati.importer;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of two exports that say different things under one id is the later: the {@code sequence} of a row's events. */
sealed interface SequenceRule {
    /**
     * When a file was imported and last changed.
     *
     * @param importedAt the start of the import by the server's clock
     * @param modifiedAt by the file system
     */
    record FileTimes(Instant importedAt, Instant modifiedAt) {}

    /** The sequence in this row; empty for events without one, which any other corrects. */
    Optional<String> of(Row row, FileTimes file, Dates dates) throws RowRefused;

    /** The columns it reads. */
    default Stream<ColumnRef> columns() {
        return Stream.of();
    }

    /** No event has one. */
    record None() implements SequenceRule {
        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) {
            return Optional.empty();
        }
    }

    /** The file that is imported later corrects the earlier ones, however it was copied. */
    record ImportStart() implements SequenceRule {
        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) {
            return Optional.of(Long.toString(file.importedAt().toEpochMilli()));
        }
    }

    /** The file that was written later corrects the earlier ones, in whatever order they are imported. */
    record FileTime() implements SequenceRule {
        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) {
            return Optional.of(Long.toString(Math.max(0, file.modifiedAt().toEpochMilli())));
        }
    }

    /** The same number in every row. */
    record Constant(String number) implements SequenceRule {
        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) {
            return Optional.of(number);
        }
    }

    /** A number in the row; none where blank. */
    record Revision(ColumnRef column) implements SequenceRule {
        /** Whole numbers of up to 18 digits. */
        static final String DIGITS = "\\d{1,18}";

        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) throws RowRefused {
            String text = row.text(column);
            if (!text.isEmpty() && !text.matches(DIGITS)) {
                throw new RowRefused(
                        "bad-sequence",
                        "column " + column.name() + " holds no whole number of at most 18 digits",
                        "correct the cell, or write sequence: {date: COLUMN} where it holds a date");
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        @Override
        public Stream<ColumnRef> columns() {
            return Stream.of(column);
        }
    }

    /** When the row was changed last, with time of day; none where blank. */
    record ChangedAt(Template cells) implements SequenceRule {
        @Override
        public Optional<String> of(Row row, FileTimes file, Dates dates) throws RowRefused {
            return cells.isBlank(row)
                    ? Optional.empty()
                    : Optional.of(Long.toString(dates.instant(row, cells, null).toEpochMilli()));
        }

        @Override
        public Stream<ColumnRef> columns() {
            return cells.columns();
        }
    }
}
