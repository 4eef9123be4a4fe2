package vigie.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "vigie.ingest", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule roomsDoNotKnowEachOther =
            slices().matching("vigie.ingest.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule sourcesDoNotKnowEachOther =
            slices().matching("vigie.ingest.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theSharedPackageKnowsNoRoom = noClasses()
            .that()
            .resideInAPackage("vigie.ingest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vigie.ingest.*..");

    @ArchTest
    static final ArchRule onlyMatchingKnowsLucene = noClasses()
            .that()
            .resideOutsideOfPackage("vigie.ingest.matching..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule nobodyKnowsElasticsearch =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("co.elastic..", "org.elasticsearch..");
}
