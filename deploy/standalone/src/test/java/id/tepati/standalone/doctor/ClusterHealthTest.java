package id.tepati.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.standalone.app.KafkaCluster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterHealthTest {
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "nohost.invalid:9092"})
    void anAddressThatNobodyKnowsIsAProblem(String kafka) {
        assertThat(ClusterHealth.examine(KafkaCluster.open(kafka), 3))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.PROBLEM);
                    assertThat(finding.what()).contains("'" + kafka + "'").contains("--kafka");
                });
    }
}
