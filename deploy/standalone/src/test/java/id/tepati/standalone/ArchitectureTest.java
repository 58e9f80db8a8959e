package id.tepati.standalone;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house keeps its rules: all modules, without their tests. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "id.tepati";

    @ArchTest
    static final ArchRule DEPENDENCIES = ArchitectureRules.dependenciesRunOneWay(ROOT);

    @ArchTest
    static final ArchRule CIRCLES = ArchitectureRules.packagesFormNoCircle(ROOT);

    @ArchTest
    static final ArchRule NAMES = ArchitectureRules.oneThingHasOneName(ROOT);

    @ArchTest
    static final ArchRule SPELLING = ArchitectureRules.catalogueIsSpelledOneWay(ROOT);

    @ArchTest
    static final ArchRule PLAIN_RULES = ArchitectureRules.rulesArePlainJava(ROOT);

    @ArchTest
    static final ArchRule PLAIN_RIGHTS = ArchitectureRules.rightsArePlainJava(ROOT);

    @ArchTest
    static final ArchRule WALL_CLOCK = ArchitectureRules.rulesAndPipelineHaveNoWallClock(ROOT);

    @ArchTest
    static final ArchRule BROKER_INTERNALS = ArchitectureRules.brokerInternalsStayInOneClass(ROOT);

    @ArchTest
    static final ArchRule HTTP_CLIENT = ArchitectureRules.thereIsOneHttpClient(ROOT);
}
