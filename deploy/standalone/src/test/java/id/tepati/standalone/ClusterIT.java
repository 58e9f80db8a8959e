package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar with a Kafka that runs elsewhere. */
@KafkaBroker
class ClusterIT {
    @TempDir
    Path folder;

    @Test
    void usesTheClusterThatItIsGiven(TestBroker broker) {
        try (RealJar server =
                RealJar.start(folder, "up", "--data", "data", "--port", "0", "--kafka", broker.bootstrapServers())) {
            String address = server.awaitReady();
            assertThat(server.printed()).contains("cluster at " + broker.bootstrapServers());
            Ended imported = RealJar.run(
                    folder,
                    "import",
                    RealJar.examples().resolve("sample/pengaduan.csv").toString(),
                    "--mapping",
                    RealJar.examples().resolve("sample/mapping.yaml").toString(),
                    "--derive-catalog",
                    "--url",
                    address);
            assertThat(imported.exit()).as(imported.output()).isZero();
            assertThat(new Api(address).figures("tirtamaya", "resolution")).isEqualTo(new Figures(18, 14, 6, 8));
            server.stop();
        }
    }

    @Test
    void saysWhatToDoWhenNoBrokerAnswers() {
        Ended refused = RealJar.run(folder, "up", "--data", "none", "--port", "0", "--kafka", "127.0.0.1:1");
        assertThat(refused.exit()).isEqualTo(10);
        assertThat(refused.output()).contains("tepati:").contains("127.0.0.1:1");
    }
}
