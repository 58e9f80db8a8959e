package id.tepati.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of its commands. */
class UsageTest {
    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void listenNoLonger() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    private List<String> said() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pipelin | There is no command pipelin; did you mean pipeline?",
                "bench life | There is no command life; did you mean live?",
                "bench modell | There is no command modell; did you mean model?",
                "bench peer | There is no command peer; did you mean peers?",
                "dead-letters lst | There is no command lst; did you mean list?",
                "user | There is no command user; did you mean users?",
                "catalog xyz | There is no command xyz; the commands are ",
            })
    void anUnknownCommandIsToldWithTheNearest(String line, String sentence) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(said()).singleElement().asString().startsWith("tepati: " + sentence);
    }

    @Test
    void anUnknownOptionIsToldAsBefore() {
        assertThat(TepatiCommand.run("status", "--ulr", "http://localhost")).isEqualTo(Exit.USAGE);
        assertThat(said().get(0)).contains("--ulr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "bench --help",
                "catalog --help",
                "dead-letters --help",
                "users --help",
                "tokens --help",
                "producers --help",
                "audit --help"
            })
    void everyCommandIsToldInOneWholeSentenceOnOneLine(String line) {
        assertThat(TepatiCommand.run(line.split(" "))).isEqualTo(Exit.OK);
        List<String> commands = said().subList(said().indexOf("Commands:") + 1, said().size());
        assertThat(commands).isNotEmpty().allMatch(command -> command.matches("  [a-z-]+ +[A-Z].*\\."));
    }
}
