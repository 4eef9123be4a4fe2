package vigie.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "vigie.alert", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            slices().matching("vigie.alert.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDetectorIsPure = classes()
            .that()
            .resideInAPackage("vigie.alert.spike..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "vigie.alert.spike..", "vigie.model..", "org.apache.commons.numbers..", "org.jspecify..");

    @ArchTest
    static final ArchRule plainRulesArePure = classes()
            .that()
            .resideInAPackage("vigie.alert.plain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "vigie.alert.plain..",
                    "vigie.model..",
                    "vigie.query..",
                    "org.apache.commons.numbers..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule streamsStayInTheirRoom = noClasses()
            .that()
            .resideOutsideOfPackages("vigie.alert.stream..", "vigie.alert")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule elasticsearchIsTheStoresBusiness =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule channelsDoNotKnowEachOther =
            slices().matching("vigie.alert.notify.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule controllersAreNobodysDoor = classes()
            .that()
            .resideInAnyPackage("vigie.alert.dashboard..", "vigie.alert.notify.*..")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule nobodyDependsOnTheDashboard = noClasses()
            .that()
            .resideOutsideOfPackage("vigie.alert.dashboard..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vigie.alert.dashboard..");
}
