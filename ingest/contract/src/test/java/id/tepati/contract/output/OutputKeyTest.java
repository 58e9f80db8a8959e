package id.tepati.contract.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.contract.output.OutputKey.OfCase;
import id.tepati.contract.output.OutputKey.OfDeadLetter;
import id.tepati.contract.output.OutputKey.OfPartition;
import id.tepati.contract.output.OutputKey.OfRestatement;
import id.tepati.contract.output.OutputKey.OfSource;
import id.tepati.contract.output.OutputKey.OfTally;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys are public: another text is a change of the contract. */
final class OutputKeyTest {
    private static final UnitId UNIT = new UnitId("kel-melati");

    static Stream<Arguments> keys() {
        return Stream.of(
                key(ofCase("KTP/2026/1"), OfCase::parse, "kel-melati|KTP/2026/1"),
                key(ofCase("a|b||"), OfCase::parse, "kel-melati|a|b||"),
                key(ofCase("|"), OfCase::parse, "kel-melati||"),
                key(ofCase(" berkas é 札 😀 \\ \" "), OfCase::parse, "kel-melati| berkas é 札 😀 \\ \" "),
                key(ofTally("completion", "2026-11-21"), OfTally::parse, "kel-melati|ktp-el|completion|2026-11-21"),
                key(
                        ofTally("waiting@poli", "2026-11-21T10:05:00Z"),
                        OfTally::parse,
                        "kel-melati|ktp-el|waiting@poli|2026-11-21T10:05:00Z"),
                key(
                        new OfRestatement(UNIT, LocalDate.of(2026, 1, 9), "late-event", LocalDate.of(2026, 1, 12)),
                        OfRestatement::parse,
                        "kel-melati|2026-01-09|late-event|2026-01-12"),
                key(new OfSource(UNIT, "urn:loket|1"), OfSource::parse, "kel-melati|urn:loket|1"),
                key(new OfPartition(11), OfPartition::parse, "11"),
                key(
                        new OfDeadLetter("tepati.applications.v1-3-1042"),
                        OfDeadLetter::parse,
                        "tepati.applications.v1-3-1042"));
    }

    private static Arguments key(OutputKey key, Function<String, OutputKey> parse, String text) {
        return Arguments.of(key, parse, text);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isTextAndReadsItself(OutputKey key, Function<String, OutputKey> parse, String text) {
        assertThat(key).hasToString(text);
        assertThat(key.bytes()).isEqualTo(text.getBytes(UTF_8));
        assertThat(parse.apply(text)).isEqualTo(key);
    }

    @Property
    boolean everyCaseHasAKeyOfItsOwn(@ForAll @StringLength(min = 1, max = 120) String id) {
        return !CaseId.isValid(id) || OfCase.parse(ofCase(id).toString()).equals(ofCase(id));
    }

    @Property
    boolean everySourceHasAKeyOfItsOwn(@ForAll @StringLength(max = 256) String source) {
        OfSource key = new OfSource(UNIT, source);
        return OfSource.parse(key.toString()).equals(key);
    }

    @Property
    boolean everyFiveMinutesHaveAKeyOfTheirOwn(@ForAll int number) {
        OfTally key = ofTally("waiting", Instant.ofEpochSecond(300L * number).toString());
        return OfTally.parse(key.toString()).equals(key);
    }

    @Test
    void beginsWithTheUnitThatItIsPartitionedBy() {
        assertThat(OutputKey.unitOf(ofCase("a|b").bytes())).isEqualTo("kel-melati".getBytes(UTF_8));
        assertThat(OutputKey.unitOf("kel-melati".getBytes(UTF_8))).isEqualTo("kel-melati".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kel-melati", "Kel Melati|1", "|1", "kel-melati|"})
    void saysWhatIsNoKeyOfACase(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OfCase.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "three|parts|only", "kel-melati|ktp-el|completion|2026-11-21|more"})
    void saysWhatIsNoKeyOfATally(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfTally.parse(text))
                .withMessageContaining("unit|service|promise|bucket");
    }

    private static OfCase ofCase(String id) {
        return new OfCase(new CaseKey(UNIT, new CaseId(id)));
    }

    private static OfTally ofTally(String promise, String bucket) {
        return new OfTally(UNIT, new Slot(new ServiceId("ktp-el"), new PromiseName(promise), Bucket.parse(bucket)));
    }
}
