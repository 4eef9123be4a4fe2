package vigie.alert.spike;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vigie.alert.spike", importOptions = DoNotIncludeTests.class)
class SpikeRoomTest {

    @ArchTest
    static final ArchRule theMathematicsKnowsNoFrameworkAndNoClock = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "vigie.model..", "vigie.alert.spike..", "org.apache.commons.numbers..");
}
