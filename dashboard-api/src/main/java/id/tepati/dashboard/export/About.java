package id.tepati.dashboard.export;

import id.tepati.contract.api.Language;
import id.tepati.dashboard.glossary.Glossary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an export is.
 *
 * @param list the name of the list in the API, for instance {@code compliance}
 * @param asOf up to which instant everything is judged; null while unknown
 * @param madeAt when it was asked for
 * @param filters the parameters that it was asked for with
 * @param columns the columns of its rows, each with what it means, as far as that is a figure
 * @param language of the reader
 */
public record About(
        String list,
        @Nullable Instant asOf,
        Instant madeAt,
        Map<String, String> filters,
        List<Meaning> columns,
        Language language) {

    /**
     * What a column means.
     *
     * @param name in words; empty where the column is no figure, as everything else
     * @param words the formula
     * @param symbols the formula in symbols
     * @param in what counts in it
     * @param out what does not
     * @param source law or other source
     */
    public record Meaning(
            String column, String name, String words, String symbols, String in, String out, String source) {
        /** A column that is a figure. */
        public static Meaning of(String column, Glossary.Entry figure, Language language) {
            return new Meaning(
                    column,
                    figure.name().getOrDefault(language.tag(), ""),
                    figure.words(),
                    Objects.requireNonNullElse(figure.symbols(), ""),
                    Objects.requireNonNullElse(figure.in(), ""),
                    Objects.requireNonNullElse(figure.out(), ""),
                    Objects.requireNonNullElse(figure.source(), ""));
        }

        /** A column that is no figure. */
        public static Meaning none(String column) {
            return new Meaning(column, "", "", "", "", "", "");
        }
    }

    List<String> names() {
        return columns.stream().map(Meaning::column).toList();
    }
}
