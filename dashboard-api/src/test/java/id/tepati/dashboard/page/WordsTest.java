package id.tepati.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.oidc.OidcFailure;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.RestatementCause;
import id.tepati.rules.WireName;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.judge.DayReason;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.standing.UnitStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the page: the same keys in both languages, none missing and none too many. */
final class WordsTest {
    private static final Path PAGE = Path.of("src/main/resources/id/tepati/dashboard/page");

    /** A key is written in one piece, so that it can be found here. */
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([a-z][a-zA-Z0-9.-]*)'");

    private static final Pattern ASKED_BY_DOCUMENT = Pattern.compile("data-t=\"([a-z][a-zA-Z0-9.-]*)\"");
    private static final Pattern FAMILY = Pattern.compile("\\bword\\('([a-z.]+)'");

    @Test
    void areTheSameInBothLanguages() throws Exception {
        assertThat(words("en")).isEqualTo(words("id"));
    }

    @Test
    void areAllThatTheFilesAskForAndNoMore() throws Exception {
        Set<String> asked = found(ASKED);
        asked.addAll(found(ASKED_BY_DOCUMENT));
        Set<String> families = found(FAMILY);

        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(words("id"))
                .containsAll(asked)
                .allMatch(key ->
                        asked.contains(key) || families.stream().anyMatch(family -> key.startsWith(family + ".")));
    }

    /** They are put in when the words are asked for, so that a text never tells another rule than the one in force. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void tellTheNumbersOfTheRules(String language) throws Exception {
        String numbers = UnitStatus.DAYS + "|" + UnitStatus.ENOUGH;
        String days = Integer.toString(UnitStatus.DAYS);

        assertThat(Files.readAllLines(PAGE.resolve("messages_" + language + ".properties")))
                .noneMatch(line -> line.matches(".*=.*\\b(" + numbers + ")\\b.*"));
        assertThat(Words.in(language).values()).noneMatch(text -> text.matches(".*\\{[a-z]+}.*"));
        assertThat(Words.in(language).get("unit.services")).contains(days);
        assertThat(Words.in(language).get("small-n-note")).contains(Long.toString(UnitStatus.ENOUGH));
    }

    static List<Arguments> families() {
        return List.of(
                Arguments.of("field", names(Stream.of(Field.values()).map(Field::wireName))),
                Arguments.of("clock", names(Stream.of(ClockKind.values()).map(ClockKind::id))),
                Arguments.of("event", names(eventsOfCases())),
                Arguments.of("kind", names(kindsOfCases())),
                Arguments.of("outcome", names(wireNames(Outcome.values()))),
                Arguments.of("reason", names(wireNames(DayReason.values()))),
                Arguments.of("refusal", names(Stream.of(RejectCode.values()).map(RejectCode::wireName))),
                Arguments.of("cause", names(Stream.of(RestatementCause.values()).map(RestatementCause::wireName))),
                Arguments.of("status", names(wireNames(UnitStatus.values()))),
                Arguments.of("oidc", names(wireNames(OidcFailure.values()))),
                Arguments.of("status.meaning", names(wireNames(UnitStatus.values()))),
                Arguments.of("component", names(Stream.of(Component.values()).map(Component::id))));
    }

    /** A sign of life is no event of a case, so that no page tells of it. */
    private static Stream<String> eventsOfCases() {
        return Stream.of(EventType.values())
                .filter(type -> type != EventType.SOURCE_HEARTBEAT)
                .map(EventType::shortName);
    }

    private static Stream<String> kindsOfCases() {
        return Stream.of(ClockKind.values()).map(clock -> WireName.of(clock.family()));
    }

    private static Stream<String> wireNames(Enum<?>[] values) {
        return Stream.of(values).map(WireName::of);
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("families")
    void tellEveryNameThatDataCanBear(String family, Set<String> names) throws Exception {
        assertThat(words("id"))
                .containsAll(names.stream().map(name -> family + "." + name).toList());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGE.resolve("static"))) {
            for (Path file :
                    files.filter(name -> !name.toString().endsWith(".woff2")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(result -> found.add(result.group(1)));
            }
        }
        return found;
    }

    private static Set<String> words(String language) throws IOException {
        try (Reader file = Files.newBufferedReader(PAGE.resolve("messages_" + language + ".properties"))) {
            return new TreeSet<>(new PropertyResourceBundle(file).keySet());
        }
    }
}
