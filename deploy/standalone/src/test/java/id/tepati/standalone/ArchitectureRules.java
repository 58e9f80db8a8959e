package id.tepati.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What holds of the whole house, as rules over the packages below a root: that of the house itself, and in their own
 * test that of the offences planted there.
 */
final class ArchitectureRules {
    private ArchitectureRules() {}

    /** Modules depend on one another in one direction. */
    static ArchRule dependenciesRunOneWay(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("rules")
                .definedBy(root + ".rules..")
                .layer("contract")
                .definedBy(root + ".contract..")
                .layer("broker")
                .definedBy(root + ".broker..")
                .layer("access")
                .definedBy(root + ".access..")
                .layer("gateway")
                .definedBy(root + ".gateway..")
                .layer("client")
                .definedBy(root + ".client..")
                .layer("importer")
                .definedBy(root + ".importer..")
                .layer("pipeline")
                .definedBy(root + ".pipeline..")
                .layer("dashboard")
                .definedBy(root + ".dashboard..")
                .layer("standalone")
                .definedBy(root + ".standalone..")
                .whereLayer("standalone")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("gateway", "dashboard", "standalone")
                .whereLayer("gateway")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("importer", "standalone")
                .whereLayer("importer")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("pipeline")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("dashboard")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("broker")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("contract")
                .mayOnlyBeAccessedByLayers(
                        "access", "gateway", "client", "importer", "pipeline", "dashboard", "standalone");
    }

    /** Who may what is told by values alone. */
    static ArchRule rightsArePlainJava(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".access.rights..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(root + ".access.rights..", root + ".rules..", "java..", "org.jspecify.."));
    }

    /** No package depends on itself by way of others. */
    static ArchRule packagesFormNoCircle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** A name stands for one thing, whichever package it is in. */
    static ArchRule oneThingHasOneName(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(haveNamesOfTheirOwn());
    }

    private static ArchCondition<JavaClass> haveNamesOfTheirOwn() {
        return new ArchCondition<>("have simple names of their own") {
            private final Map<String, TreeSet<String>> byName = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                byName.putAll(all.stream()
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName,
                                Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new)))));
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                TreeSet<String> named = byName.getOrDefault(item.getSimpleName(), new TreeSet<>());
                if (named.size() > 1) {
                    events.add(SimpleConditionEvent.violated(item, "one name for " + String.join(" and ", named)));
                }
            }
        };
    }

    /** In names the catalogue is spelled one way. */
    static ArchRule catalogueIsSpelledOneWay(String root) {
        return noClasses().that().resideInAPackage(root + "..").should().haveNameMatching(".*([Cc]atalog)(?!ue).*");
    }

    /** The rules of the domain need nothing but Java. */
    static ArchRule rulesArePlainJava(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".rules..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root + ".rules..", "java..", "org.jspecify.."));
    }

    /** Nobody tells the time on his own where figures come from. */
    static ArchRule rulesAndPipelineHaveNoWallClock(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".rules..", root + ".pipeline..")
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
    }

    /** What Kafka's broker does not publish is used in one place. */
    static ArchRule brokerInternalsStayInOneClass(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("KafkaNode")
                .should()
                .dependOnClassesThat(resideInAnyPackage("kafka.server..", "org.apache.kafka.metadata.."));
    }

    /** Whoever speaks to a server does so by the one client. */
    static ArchRule thereIsOneHttpClient(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..");
    }
}
