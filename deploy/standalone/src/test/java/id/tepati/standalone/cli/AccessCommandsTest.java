package id.tepati.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.EmbeddedBroker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that say who may do what, from the first user on. */
class AccessCommandsTest {
    private static final String PASSWORD = "kopi-tubruk di teras";

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoLonger() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Runs a command on the data, and forgets what those before it said. */
    private int run(String... line) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(List.of("--data", data().toString()));
        return TepatiCommand.run(all.toArray(String[]::new));
    }

    private int change(String... line) {
        return run(Stream.concat(Stream.of(line), Stream.of("--why", "Uji coba", "--as", "budi"))
                .toArray(String[]::new));
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    private String passwordFile() throws IOException {
        return Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
    }

    @Test
    void theFirstUserIsThereBeforeTheFirstServer() throws IOException {
        assertThat(change("users", "add", "ani", "--grant", "operator", "--password-file", passwordFile()))
                .isEqualTo(Exit.OK);
        assertThat(said()).containsExactly("user ani added, change 1");

        assertThat(run("users", "list")).isEqualTo(Exit.OK);
        assertThat(said()).containsExactly("ani  operator  ani", "1 users");

        assertThat(run("audit", "verify")).isEqualTo(Exit.OK);
        assertThat(said().get(0)).isEqualTo("1 changes, all as they were written");
    }

    @Test
    void usersTokensAndProducersComeAndGo() throws Exception {
        try (EmbeddedBroker server = EmbeddedBroker.start(data().resolve("broker"), 0)) {
            usersComeAndGo();
            tokensComeAndGo();
            producersComeAndGo();
            everythingStandsInTheLog();
            aForgedLineIsFound(server.bootstrapServers());
        }
    }

    private void usersComeAndGo() throws IOException {
        String file = passwordFile();
        assertThat(change(
                        "users",
                        "add",
                        "lurah-melati",
                        "--name",
                        "Lurah Melati",
                        "--grant",
                        "unit-head:kel-melati",
                        "--grant",
                        "viewer",
                        "--password-file",
                        file))
                .isEqualTo(Exit.OK);
        assertThat(change("users", "remove", "lurah-melati")).isEqualTo(Exit.REFUSED);
        assertThat(complained()).startsWith("tepati: The user lurah-melati is the last one");
        assertThat(change("users", "add", "ani", "--grant", "auditor", "--password-file", file))
                .isEqualTo(Exit.OK);
        assertThat(change("users", "add", "ani", "--grant", "auditor", "--password-file", file))
                .isEqualTo(Exit.REFUSED);
        assertThat(complained()).startsWith("tepati: There is a user ani already");
        assertThat(change("users", "passwd", "ani", "--password-file", file)).isEqualTo(Exit.OK);
        assertThat(change("users", "remove", "ani")).isEqualTo(Exit.OK);

        assertThat(run("users", "list")).isEqualTo(Exit.OK);
        assertThat(said()).containsExactly("lurah-melati  unit-head:kel-melati,viewer  Lurah Melati", "1 users");
    }

    private void tokensComeAndGo() {
        assertThat(change("tokens", "add", "prometheus", "--role", "viewer", "--expires", "2999-12-31"))
                .isEqualTo(Exit.OK);
        assertThat(said()).singleElement().asString().matches("tepati_token_[0-9a-f]{72}");
        assertThat(complained())
                .startsWith("This is the token of prometheus (viewer)")
                .endsWith("It is shown this once and kept nowhere: put it now where it is used.");
        assertThat(run("tokens", "list")).isEqualTo(Exit.OK);
        assertThat(said()).containsExactly("prometheus  viewer  until 3000-01-01T00:00:00Z", "1 tokens");
        assertThat(change("tokens", "revoke", "prometheus")).isEqualTo(Exit.OK);
        assertThat(change("tokens", "revoke", "prometheus")).isEqualTo(Exit.REFUSED);
    }

    private void producersComeAndGo() {
        assertThat(change(
                        "producers",
                        "add",
                        "loket",
                        "--unit",
                        "kel-melati",
                        "--type",
                        "ticket.issued",
                        "--type",
                        "complaint.received",
                        "--rate",
                        "50"))
                .isEqualTo(Exit.OK);
        assertThat(said()).singleElement().asString().matches("tepati_key_[0-9a-f]{72}");
        assertThat(change("producers", "rotate", "loket")).isEqualTo(Exit.OK);
        assertThat(run("producers", "list")).isEqualTo(Exit.OK);
        assertThat(said())
                .containsExactly("loket  kel-melati  ticket.issued,complaint.received  50/s  2 keys", "1 producers");
        assertThat(run("producers", "acl", "loket", "--bootstrap-server", "kafka1:9092"))
                .isEqualTo(Exit.OK);
        assertThat(said().subList(1, 4))
                .containsExactly(
                        "kafka-acls.sh --bootstrap-server kafka1:9092 --add --allow-principal 'User:loket' --operation Write"
                                + " --operation Describe --topic tepati.complaints.v1",
                        "kafka-acls.sh --bootstrap-server kafka1:9092 --add --allow-principal 'User:loket' --operation Write"
                                + " --operation Describe --topic tepati.queue.v1",
                        "kafka-configs.sh --bootstrap-server kafka1:9092 --alter --add-config producer_byte_rate=51200"
                                + " --entity-type users --entity-name 'loket'");
        assertThat(change("producers", "revoke", "loket", "--previous")).isEqualTo(Exit.OK);
        assertThat(change("producers", "revoke", "loket")).isEqualTo(Exit.OK);
        assertThat(run("producers", "list")).isEqualTo(Exit.OK);
        assertThat(said().get(0)).endsWith("revoked");
    }

    private void everythingStandsInTheLog() {
        assertThat(run("audit", "list", "--limit", "3")).isEqualTo(Exit.OK);
        assertThat(said()).hasSize(4);
        assertThat(said().get(0)).matches("8  \\S+Z  budi  rotate  producer\\|loket  Uji coba");
        assertThat(said().get(2)).matches("10  \\S+Z  budi  revoke  producer\\|loket  Uji coba");
        assertThat(said().get(3)).isEqualTo("3 of 10 changes");
        assertThat(run("audit", "verify")).isEqualTo(Exit.OK);
        String noted = said().get(1);
        assertThat(run("audit", "verify", "--noted", noted)).isEqualTo(Exit.OK);
        assertThat(run("audit", "verify", "--noted", "10:" + "0".repeat(64))).isEqualTo(Exit.REFUSED);
        assertThat(complained()).contains("altered at line 10");
    }

    private void aForgedLineIsFound(String kafka) throws Exception {
        try (KafkaProducer<String, String> forger = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            forger.send(new ProducerRecord<>("tepati.changes.v1", 0, "11", "{\"seq\":11}"))
                    .get();
        }
        assertThat(run("audit", "verify")).isEqualTo(Exit.REFUSED);
        assertThat(complained())
                .startsWith("tepati: The change log is not what was written: altered at line 11. Line 11 was altered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "users add Ani --grant viewer | 'Ani' is not an id",
                "users add ani --grant boss | 'boss' is no role; the roles are viewer, unit-head,",
                "users add ani --grant viewer:Kel | 'Kel' is no id of a unit",
                "users add ani | Missing required option",
                "tokens add t --role viewer --expires tomorrow | 'tomorrow' is no date such as 2027-12-31.",
                "producers add p --unit kel --type tiket | 'tiket' is no type of an event",
                "audit verify --noted 7 | '7' is no NUMBER:HASH",
            })
    void whatCannotBeReadIsNamed(String line, String told) {
        assertThat(change(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(complained()).contains(told);
    }

    @Test
    void aPasswordThatIsTooShortIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("short"), "rahasia\n");

        assertThat(change("users", "add", "ani", "--grant", "viewer", "--password-file", file.toString()))
                .isEqualTo(Exit.REFUSED);
        assertThat(complained()).startsWith("tepati: A password has at least 12");
        assertThat(data()).doesNotExist();
    }

    @Test
    void aChangeWithoutAReasonIsRefused() {
        assertThat(run("users", "remove", "ani")).isEqualTo(Exit.USAGE);
        assertThat(complained()).contains("Missing required option: '--why");
        assertThat(run("users", "remove", "ani", "--why", " ")).isEqualTo(Exit.USAGE);
        assertThat(complained()).contains("Say why the change is made");
    }

    @Test
    void whereThereIsNothingThatIsSaid() {
        assertThat(run("users", "list")).isEqualTo(Exit.USAGE);
        assertThat(complained()).startsWith("tepati: There is no server's data in " + data());
        assertThat(run("users", "list", "--kafka", "127.0.0.1:1")).isEqualTo(Exit.NOT_STARTED);
        assertThat(complained()).startsWith("tepati: No Kafka broker answers at 127.0.0.1:1");
    }
}
