package id.tepati.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodySplitterTest {
    @Test
    void takesEveryLineThatHoldsSomething() {
        assertThat(lines("{\"a\":1}\r\n\r\n  \t\n{\"b\":2}\n{\"c\":3}"))
                .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    }

    @Test
    void takesTheLastLineWithAndWithoutItsEnd() {
        assertThat(lines("1\n2\n")).containsExactly("1", "2");
        assertThat(lines("1\n2")).containsExactly("1", "2");
        assertThat(lines("1\n2\r\n")).containsExactly("1", "2");
    }

    @Test
    void leavesBytesThatAreNoUtf8ToTheirOwnLine() {
        byte[] body = "{\"a\":\"\u00ff\"}\n{\"b\":\"b\"}".getBytes(ISO_8859_1);

        List<byte[]> events = events(BodySplitter.split(body, BodyForm.LINES, 10));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).containsSequence((byte) '"', (byte) 0xff, (byte) '"');
        assertThat(new String(events.get(1), UTF_8)).isEqualTo("{\"b\":\"b\"}");
    }

    @Test
    void cutsAnArrayAtItsOwnCommasOnly() {
        assertThat(batch(" [ {\"a\":[1,{\"x\":2}]}, {\"b\":\"],[ \\\" , \\\\\"},3 ] \n"))
                .containsExactly("{\"a\":[1,{\"x\":2}]}", "{\"b\":\"],[ \\\" , \\\\\"}", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[ { \"a\" : \"x  y\" , \"b\" : [ 1 , 2 ] } ] | {\"a\":\"x  y\",\"b\":[1,2]}",
                // not one number: that would be another reading than the sender's
                "[{\"a\": 1  2}] | {\"a\":1 2}",
                "[{\"a\": tr ue}] | {\"a\":tr ue}"
            })
    void dropsWhiteSpaceThatMeansNothing(String array, String event) {
        assertThat(batch(array)).containsExactly(event);
    }

    @Test
    void keepsRepeatedKeysAndNumbersAsReceived() {
        assertThat(batch("[{\"a\":1.50e0,\"a\":10000000000000000000001}]"))
                .containsExactly("{\"a\":1.50e0,\"a\":10000000000000000000001}");
    }

    @Test
    void letsABrokenElementStandAlone() {
        assertThat(batch("[{\"a\":nul},,{\"b\":1}]")).containsExactly("{\"a\":nul}", "", "{\"b\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[",
                "[1",
                "[1,",
                "[\"a]",
                "[\"a\\\"]",
                "[1}",
                "[{\"a\":1]",
                "[{]}",
                "[1] x",
                "[] x",
                "[1][2]",
                "x"
            })
    void refusesWhatIsNoArrayAtAll(String body) {
        assertThat(BodySplitter.split(body.getBytes(UTF_8), BodyForm.BATCH, 10)).isInstanceOf(Split.Broken.class);
    }

    @Test
    void doesNotGoDownWithDepth() {
        String deep = "[".repeat(500_000) + "]".repeat(500_000);

        assertThat(batch("[" + deep + ",{\"a\":1}]")).containsExactly(deep, "{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\n\n"})
    void seesThatThereIsNothing(String body) {
        for (BodyForm form : BodyForm.values()) {
            assertThat(BodySplitter.split(body.getBytes(UTF_8), form, 10)).isEqualTo(new Split.Empty());
        }
    }

    @Test
    void seesAnEmptyArray() {
        assertThat(BodySplitter.split(" [ ] ".getBytes(UTF_8), BodyForm.BATCH, 10))
                .isEqualTo(new Split.Empty());
    }

    @Test
    void stopsAtTheLimit() {
        assertThat(BodySplitter.split("[1,2,3]".getBytes(UTF_8), BodyForm.BATCH, 3))
                .isInstanceOf(Split.Elements.class);
        assertThat(BodySplitter.split("[1,2,3,4]".getBytes(UTF_8), BodyForm.BATCH, 3))
                .isEqualTo(new Split.TooMany());
        assertThat(BodySplitter.split("1\n2\n3\n".getBytes(UTF_8), BodyForm.LINES, 3))
                .isInstanceOf(Split.Elements.class);
        assertThat(BodySplitter.split("1\n2\n3\n4".getBytes(UTF_8), BodyForm.LINES, 3))
                .isEqualTo(new Split.TooMany());
    }

    @Test
    void tellsSingleFromBatchByTheFirstCharacter() {
        assertThat(texts(BodySplitter.split(" {\"a\": 1}".getBytes(UTF_8), BodyForm.SINGLE_OR_BATCH, 10)))
                .containsExactly(" {\"a\": 1}");
        assertThat(texts(BodySplitter.split(" [{\"a\": 1}]".getBytes(UTF_8), BodyForm.SINGLE_OR_BATCH, 10)))
                .containsExactly("{\"a\":1}");
    }

    private static List<String> lines(String body) {
        return texts(BodySplitter.split(body.getBytes(UTF_8), BodyForm.LINES, 1_000));
    }

    private static List<String> batch(String body) {
        return texts(BodySplitter.split(body.getBytes(UTF_8), BodyForm.BATCH, 1_000));
    }

    private static List<String> texts(Split split) {
        return events(split).stream().map(event -> new String(event, UTF_8)).toList();
    }

    private static List<byte[]> events(Split split) {
        assertThat(split).isInstanceOf(Split.Elements.class);
        return ((Split.Elements) split).events();
    }
}
