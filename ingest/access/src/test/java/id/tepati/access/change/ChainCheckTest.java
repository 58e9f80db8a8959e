package id.tepati.access.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a line is public: others may want to verify the chain. A changed golden file is a change of the contract. */
final class ChainCheckTest {
    private static final Change FIRST = Change.after(
            ChainHead.BEFORE_ALL,
            Instant.parse("2026-11-23T03:00:00.5Z"),
            new Author("budi", "Lurah baru sejak 1 Desember"),
            "add",
            "user|lurah-melati",
            new TreeMap<>(Map.of("after", new TreeMap<>(Map.of("grants", List.of("unit-head:kel-melati"))))));

    @Test
    void aLine() throws IOException {
        assertThat(new String(FIRST.toJson(), UTF_8)).isEqualTo(golden("change.v1.json"));
    }

    @Test
    void aHead() throws IOException {
        ChainHead head = new ChainHead(7, "0123456789abcdef".repeat(4));

        assertThat(new String(head.toJson(), UTF_8)).isEqualTo(golden("head.v1.json"));
        assertThat(ChainHead.fromJson(head.toJson())).isEqualTo(head);
    }

    @Test
    void aLogWithoutItsEndIsFound() {
        assertThat(new ChainCheck(List.of(FIRST.toJson())).flaw(Optional.empty()))
                .contains(new ChainFlaw(
                        ChainFlaw.Kind.MISSING,
                        1,
                        "The record changes|head is missing, which says where the log ends."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"seq\":1.5}", "{\"seq\":1,\"hash\":null}", "{\"seq\":1,\"seq\":1}"})
    void whatIsNoLineIsAnAlteredOne(String line) {
        assertThat(new ChainCheck(List.of(line.getBytes(UTF_8))).flaw(Optional.empty()))
                .hasValueSatisfying(flaw -> assertThat(flaw.kind()).isEqualTo(ChainFlaw.Kind.ALTERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void aChangeNeedsAReasonOnOneLine(String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Author("budi", why))
                .withMessageStartingWith("Say why the change is made");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ChainCheckTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
