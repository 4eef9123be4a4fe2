package vigie.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vigie.analysis", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("vigie.analysis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule mathematicsAndWordsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage("..virality..", "..story..", "..reach..", "..sentiment..", "..language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "vigie.store..", "vigie.topic..");

    @ArchTest
    static final ArchRule theMathematicsOfSpreadUsesOnlyTheModel = classes()
            .that()
            .resideInAnyPackage("..virality..", "..story..", "..reach..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vigie.model..", "vigie.analysis..", "org.jspecify..");

    @ArchTest
    static final ArchRule stateLivesInTheTopology = noClasses()
            .that()
            .resideOutsideOfPackage("..stream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule inputAndOutputLiveInTheListener = noClasses()
            .that()
            .resideOutsideOfPackage("..index..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vigie.store..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksToElasticsearch =
            noClasses().should().dependOnClassesThat().resideInAPackage("co.elastic..");

    @ArchTest
    static final ArchRule nobodyAsksTheTimeInLogic = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
