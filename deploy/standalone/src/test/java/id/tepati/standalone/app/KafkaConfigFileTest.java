package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may set for every client of a cluster. */
class KafkaConfigFileTest {
    private static final String SECRET = "rahasia-dapur";

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("kafka.properties"), String.join("\n", lines));
    }

    @Test
    void whatACommonFileForScramSetsIsGivenToClients() throws IOException {
        KafkaCluster cluster = KafkaCluster.of(
                "kafka:9093",
                file(
                        "# dari admin Kafka",
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=SCRAM-SHA-512",
                        "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"tepati\" password=\"" + SECRET + "\";",
                        "ssl.truststore.type=PEM",
                        "ssl.truststore.location=/etc/tepati/ca.pem"));

        assertThat(cluster.client())
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .hasSize(6);
        assertThat(cluster.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group.id=x,acks=0 | sets acks, group.id, which Tepati sets itself",
                "transactional.id=x | sets transactional.id, which Tepati sets itself",
                "isolation.level=x | sets isolation.level, which Tepati sets itself",
                "bootstrap.servers=x | sets bootstrap.servers, which Tepati sets itself",
                "processing.guarantee=x | sets processing.guarantee, which Tepati sets itself",
                "security.protokol=SSL | sets security.protokol, which Kafka's clients do not know",
                "security.protocol=TLS | do not take a value in",
            })
    void whatIsNotItsToSetIsNamed(String lines, String why) throws IOException {
        Path file = file(lines.split(","));

        assertThatThrownBy(() -> KafkaCluster.of("kafka:9093", file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith(".");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> KafkaCluster.of("kafka:9093", folder.resolve("tidak-ada")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--kafka-config names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.protocol=SSL,ssl.keystore.location=/tidak/ada,ssl.keystore.password=" + SECRET,
                "security.protocol=SASL_SSL,sasl.mechanism=PLAIN,sasl.jaas.config=" + SECRET,
            })
    void whatClientsCanDoNothingWithIsToldWithoutItsSecret(String lines) throws IOException {
        KafkaCluster cluster = KafkaCluster.of("127.0.0.1:9093", file(lines.split(",")));

        assertThatThrownBy(() -> KafkaClients.admin(cluster))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("kafka.properties sets")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain(SECRET));
    }
}
