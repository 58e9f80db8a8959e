package id.tepati.dashboard.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form in which rows leave as a file. */
public enum ExportFormat {
    /** Comma-separated values. */
    CSV("csv", "text/csv") {
        @Override
        public String contentType() {
            return mediaType() + "; charset=utf-8; header=present";
        }

        @Override
        ExportWriter open(OutputStream out, About about) {
            return new CsvExport(out, about);
        }
    },
    /** A workbook of Office Open XML. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public String contentType() {
            return mediaType();
        }

        @Override
        ExportWriter open(OutputStream out, About about) {
            return new XlsxExport(out, about, ROWS_OF_SHEET);
        }
    };

    /** More a sheet cannot hold. */
    private static final int ROWS_OF_SHEET = 1_048_576;

    private final String suffix;
    private final String mediaType;

    ExportFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** That of files with a suffix, which is told without its dot. */
    public static Optional<ExportFormat> ofSuffix(String suffix) {
        return Stream.of(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    /** The one that the {@code Accept} of a request likes better than JSON; empty where it likes none so well. */
    public static Optional<ExportFormat> acceptedBy(@Nullable String accept) {
        if (accept == null) {
            return Optional.empty();
        }
        List<Accepted> all = Stream.of(accept.split(",", -1)).map(Accepted::of).toList();
        Accepted best = all.get(0);
        for (Accepted each : all) {
            if (each.quality > best.quality) {
                best = each;
            }
        }
        String liked = best.mediaType;
        return best.quality > 0
                ? Stream.of(values())
                        .filter(format -> format.mediaType.equals(liked))
                        .findFirst()
                : Optional.empty();
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What files of it end with, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** Its media type with parameters. */
    public abstract String contentType();

    /**
     * Writes every row into a file, and its end only if all of them could be had. The stream stays open.
     *
     * @throws java.io.UncheckedIOException where nobody takes it
     */
    public <R extends Record> void write(OutputStream out, About about, Columns<R> columns, Pages<R> pages) {
        ExportWriter writer = open(out, about);
        pages.forEach(record -> columns.rows(record).forEach(writer::row));
        writer.finish();
    }

    abstract ExportWriter open(OutputStream out, About about);

    private record Accepted(String mediaType, double quality) {
        static Accepted of(String range) {
            String[] parts = range.split(";", -1);
            return new Accepted(
                    parts[0].strip().toLowerCase(Locale.ROOT),
                    Stream.of(parts)
                            .skip(1)
                            .map(String::strip)
                            .filter(part -> part.startsWith("q="))
                            .mapToDouble(part -> number(part.substring(2)))
                            .findFirst()
                            .orElse(1));
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }
}
