package id.tepati.dashboard.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.contract.api.DescribedApi;
import id.tepati.contract.api.Language;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.query.CaseDetail;
import id.tepati.dashboard.query.Cases;
import id.tepati.dashboard.query.Compliance;
import id.tepati.dashboard.query.DeadLetterList;
import id.tepati.dashboard.query.IncompleteCases;
import id.tepati.dashboard.query.Overview;
import id.tepati.dashboard.query.Queues;
import id.tepati.dashboard.query.RestatementList;
import id.tepati.dashboard.query.Standards;
import id.tepati.dashboard.query.SystemStatus;
import id.tepati.dashboard.query.TodayAgainstUsual;
import id.tepati.dashboard.query.Units;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.standing.UnitStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is shown as a figure is explained, and what is explained is shown somewhere. */
final class GlossaryTest {
    private static final Path BUNDLES = Path.of("src/main/resources/id/tepati/dashboard/glossary");
    private static final Set<String> STATUSES = Set.of("state", "status", "outcome");
    private static final Set<String> PARTS = Set.of("name", "words", "in", "out", "source");

    /** It says which rows are told, not how anything is. */
    private static final String OF_THE_STREAM = "complete";

    /** Only names and always 1. */
    private static final String NO_FIGURE = "tepati_(unit|service|promise)_info";

    private final Glossary glossary = new Glossary();

    static List<Arguments> answers() {
        return List.of(
                Arguments.of("OverviewUpdate", Overview.Answer.class),
                Arguments.of("Course", TodayAgainstUsual.Answer.class),
                Arguments.of("Units", Units.Answer.class),
                Arguments.of("Standards", Standards.Answer.class),
                Arguments.of("Compliance", Compliance.Answer.class),
                Arguments.of("Cases", Cases.Answer.class),
                Arguments.of("Case", CaseDetail.Answer.class),
                Arguments.of("IncompleteCases", IncompleteCases.Answer.class),
                Arguments.of("Queues", Queues.Answer.class),
                Arguments.of("Restatements", RestatementList.Answer.class),
                Arguments.of("SystemStatus", SystemStatus.Answer.class),
                Arguments.of("DeadLetters", DeadLetterList.Answer.class));
    }

    /** A figure that is added to an answer has to be explained: name it in {@link Figure}, or let one that is there name it. */
    @ParameterizedTest
    @MethodSource("answers")
    void explainsEveryFigureOfTheAnswers(String schema, Class<? extends Record> answer) {
        List<String> figures = new ArrayList<>();
        collect(answer, "", figures);

        assertThat(figures.stream().filter(way -> glossary.at(schema, way).isEmpty()))
                .isEmpty();
    }

    private static void collect(Class<?> type, String prefix, List<String> figures) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String way = prefix + (named == null ? component.getName() : named.value());
            Class<?> value = valueOf(component);
            if (value.isRecord()) {
                collect(value, way + ".", figures);
            } else if (isFigure(value, component.getName()) && !way.equals(OF_THE_STREAM)) {
                figures.add(way);
            }
        }
    }

    /** That of the component, or of what it is a list of. */
    private static Class<?> valueOf(RecordComponent component) {
        Type type = component.getGenericType();
        return type instanceof ParameterizedType list
                        && list.getRawType().equals(List.class)
                        && list.getActualTypeArguments()[0] instanceof Class<?> line
                ? line
                : component.getType();
    }

    private static boolean isFigure(Class<?> type, String name) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != char.class)
                || type == Boolean.class
                || type == UnitStatus.class
                || STATUSES.contains(name);
    }

    @Test
    void explainsEveryMetricOfTheCity() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        DashboardMetrics.bind(metrics, ModelFixture.city(), Clock.fixed(ModelFixture.NOW, ZoneOffset.UTC));
        Set<String> explained = Stream.of(Figure.values())
                .flatMap(figure -> figure.metrics().stream())
                .collect(Collectors.toSet());
        Set<String> shown = metrics.scrape()
                .lines()
                .filter(line -> line.startsWith("tepati_"))
                .map(line -> line.replaceAll("[{ ].*", "").replaceAll("_total$", ""))
                .filter(name -> !name.matches(NO_FIGURE))
                .collect(Collectors.toCollection(TreeSet::new));
        metrics.close();

        assertThat(shown).hasSizeGreaterThan(15);
        assertThat(explained).containsAll(shown);
        assertThat(shown).containsAll(explained);
    }

    /** A field that is named with its schema is described there; two figures never name one field. */
    @Test
    void namesFieldsThatAreThere() {
        List<String> fields = Stream.of(Figure.values())
                .flatMap(figure -> figure.fields().stream())
                .toList();

        assertThat(fields).doesNotHaveDuplicates();
        assertThat(fields.stream()
                        .filter(field -> field.contains("."))
                        .filter(field -> glossary.at(
                                        field.substring(0, field.indexOf('.')), field.substring(field.indexOf('.') + 1))
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void tellsTheSameOfOneNameInTwoSchemas() {
        assertThat(glossary.at("ComplianceRow", "late")).contains(Figure.LATE);
        assertThat(glossary.at("UnitStanding", "late")).contains(Figure.LATE_CASES);
        assertThat(glossary.at("UnitStanding", "promise.attainment")).contains(Figure.ATTAINMENT);
        assertThat(glossary.at("ComplianceRow", "duration.n")).contains(Figure.DURATIONS);
        assertThat(glossary.at("Restatement", "lines.before.late")).contains(Figure.LATE);
        assertThat(glossary.at("ComplianceRow", "unit")).isEmpty();
        assertThat(glossary.at("ComplianceRow", "no.such")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameTextsInBothLanguages(Figure figure) {
        Glossary.Entry indonesian = Glossary.entry(figure, Language.INDONESIAN);
        Glossary.Entry english = Glossary.entry(figure, Language.ENGLISH);

        assertThat(indonesian.name()).containsOnlyKeys("id", "en").isEqualTo(english.name());
        assertThat(indonesian.words()).isNotBlank().isNotEqualTo(english.words());
        assertThat(Stream.of(indonesian.in(), indonesian.out(), indonesian.source())
                        .map(text -> text == null))
                .isEqualTo(Stream.of(english.in(), english.out(), english.source())
                        .map(text -> text == null)
                        .toList());
    }

    @Test
    void hasNoTextsOfFiguresThatAreGone() throws IOException {
        Set<String> keys = Stream.of(Figure.values()).map(Figure::key).collect(Collectors.toSet());

        for (Language language : Language.values()) {
            try (Reader file = Files.newBufferedReader(BUNDLES.resolve("glossary_" + language.tag() + ".properties"))) {
                assertThat(new PropertyResourceBundle(file).keySet()).allMatch(key -> {
                    String[] parts = key.split("\\.");
                    return parts.length == 2 && keys.contains(parts[0]) && PARTS.contains(parts[1]);
                });
            }
        }
    }

    /** The numbers of the rules are put into the texts. */
    @Test
    void tellsTheNumbersOfTheRules() {
        Glossary.Entry status = Glossary.entry(Figure.STATUS, Language.ENGLISH);

        assertThat(status.words()).contains(UnitStatus.DAYS + " days");
        assertThat(status.symbols()).contains("n < " + UnitStatus.ENOUGH);
        assertThat(Glossary.entry(Figure.FEW_VERDICTS, Language.INDONESIAN).words())
                .contains("kurang dari " + UnitStatus.ENOUGH);
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredAsDescribed(Language language) throws IOException {
        String answer = new ObjectMapper()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .writeValueAsString(glossary.answer(language));

        assertThat(DescribedApi.complaints("Glossary", answer)).isEmpty();
    }

    /** The reference shows one entry as it is. */
    @Test
    void isInTheReferenceAsItIs() throws IOException {
        String reference = Files.readString(Path.of("../docs/api.md"));
        Glossary.Entry entry = Glossary.entry(Figure.ATTAINMENT, Language.ENGLISH);

        assertThat(reference).contains(entry.words(), entry.symbols(), entry.in(), entry.out(), entry.source());
    }
}
