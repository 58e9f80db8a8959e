package id.tepati.dashboard.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.contract.api.Language;
import id.tepati.contract.api.MessageTexts;
import id.tepati.rules.standing.UnitStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each figure means. Thread-safe. */
public final class Glossary {
    static final MessageTexts TEXTS = MessageTexts.beside(Glossary.class, "glossary");

    private final DescribedFields fields = new DescribedFields();
    private final Map<String, Figure> byField = new HashMap<>();

    /**
     * The answer.
     *
     * @param language that of everything but the names
     */
    public record Answer(String language, List<Entry> figures) {}

    /**
     * One figure.
     *
     * @param name by language
     * @param words its formula in words
     * @param symbols the same in symbols; absent where it is counted, not computed
     * @param in what counts in it; absent where that goes without saying, the same for {@code out}
     * @param source the law or other source; absent where it is the system's own
     * @param fields where it stands in answers, as schema and field of the description of the API; without a schema
     *     wherever no other figure is named
     * @param metrics by which names Prometheus knows it
     */
    public record Entry(
            String key,
            Map<String, String> name,
            String words,
            @Nullable String symbols,
            @Nullable String in,
            @Nullable String out,
            @Nullable String source,
            @JsonInclude(Include.NON_EMPTY) List<String> fields,
            @JsonInclude(Include.NON_EMPTY) List<String> metrics) {}

    /** Reads the description of the API, by which fields are known. */
    public Glossary() {
        Stream.of(Figure.values()).forEach(figure -> figure.fields().forEach(field -> byField.put(field, figure)));
    }

    /** All of it. */
    public Answer answer(Language language) {
        return new Answer(
                language.tag(),
                Stream.of(Figure.values())
                        .map(figure -> entry(figure, language))
                        .toList());
    }

    /**
     * The figure at the end of a way that begins at a schema of the description: {@code ComplianceRow} and
     * {@code duration.p90}; empty where it is none.
     */
    public Optional<Figure> at(String schema, String way) {
        return fields.fieldAt(schema, way).flatMap(this::ofField);
    }

    private Optional<Figure> ofField(String field) {
        String bare = field.substring(field.lastIndexOf('.') + 1);
        return Optional.ofNullable(byField.getOrDefault(field, byField.get(bare)));
    }

    /** What a figure means in a language. */
    public static Entry entry(Figure figure, Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            text(figure, "name", each).ifPresent(name -> names.put(each.tag(), name));
        }
        return new Entry(
                figure.key(),
                names,
                text(figure, "words", language).orElseThrow(),
                figure.symbols().isEmpty() ? null : figure.symbols(),
                text(figure, "in", language).orElse(null),
                text(figure, "out", language).orElse(null),
                text(figure, "source", language).orElse(null),
                figure.fields(),
                figure.metrics());
    }

    private static Optional<String> text(Figure figure, String part, Language language) {
        String key = figure.key() + "." + part;
        return TEXTS.has(language, key)
                ? Optional.of(TEXTS.text(language, key, UnitStatus.DAYS, UnitStatus.ENOUGH))
                : Optional.empty();
    }
}
