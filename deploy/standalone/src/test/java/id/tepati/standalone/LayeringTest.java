package id.tepati.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The direction of dependencies, and that nobody tells the time on his own. */
@AnalyzeClasses(packages = "id.tepati", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("rules")
            .definedBy("id.tepati.rules..")
            .layer("contract")
            .definedBy("id.tepati.contract..")
            .layer("broker")
            .definedBy("id.tepati.broker..")
            .layer("gateway")
            .definedBy("id.tepati.gateway..")
            .layer("importer")
            .definedBy("id.tepati.importer..")
            .layer("pipeline")
            .definedBy("id.tepati.pipeline..")
            .layer("dashboard")
            .definedBy("id.tepati.dashboard..")
            .layer("standalone")
            .definedBy("id.tepati.standalone..")
            .whereLayer("standalone")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("importer")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("dashboard")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("broker")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("gateway", "importer", "pipeline", "dashboard", "standalone");

    @ArchTest
    static final ArchRule RULES_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("id.tepati.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("id.tepati.rules..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule RULES_AND_PIPELINE_HAVE_NO_WALL_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("id.tepati.rules..", "id.tepati.pipeline..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule BROKER_INTERNALS_STAY_IN_ONE_CLASS = noClasses()
            .that()
            .doNotHaveSimpleName("KafkaNode")
            .should()
            .dependOnClassesThat(resideInAnyPackage("kafka.server..", "org.apache.kafka.metadata.."));

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_CONTRACT_HAVE_NO_CYCLES =
            slices().matching("id.tepati.contract.(*)..").should().beFreeOfCycles();
}
