package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house finds the offence that is planted against it. */
class ArchitectureRulesTest {
    private static final String ROOT = "id.tepati.standalone.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(ArchitectureRules.dependenciesRunOneWay(ROOT), "rules.Offender"),
                Arguments.of(ArchitectureRules.packagesFormNoCircle(ROOT), "Cycle detected: Slice contract"),
                Arguments.of(
                        ArchitectureRules.oneThingHasOneName(ROOT), "contract.Twin and " + ROOT + ".pipeline.Twin"),
                Arguments.of(ArchitectureRules.catalogueIsSpelledOneWay(ROOT), "CatalogOffender"),
                Arguments.of(ArchitectureRules.rulesArePlainJava(ROOT), "org.slf4j.Logger"),
                Arguments.of(ArchitectureRules.rightsArePlainJava(ROOT), "LoggingRight.LOG"),
                Arguments.of(ArchitectureRules.rulesAndPipelineHaveNoWallClock(ROOT), "pipeline.Twin.time()"),
                Arguments.of(ArchitectureRules.brokerInternalsStayInOneClass(ROOT), "BrokerState"),
                Arguments.of(ArchitectureRules.thereIsOneHttpClient(ROOT), "java.net.http.HttpClient"));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void findsWhatIsPlanted(ArchRule rule, String told) {
        assertThat(rule.evaluate(PLANTED).getFailureReport().toString()).contains(told);
    }
}
