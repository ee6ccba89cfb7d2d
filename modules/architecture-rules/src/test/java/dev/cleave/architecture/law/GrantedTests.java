package dev.cleave.architecture.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.law.words.Gateway;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Granted;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantedTests {

    private static final String SYSTEM = "dev.cleave.architecture.law.events.onlygatewaysgooutside.broken";
    private static final String REASON = "It plays the post office.";

    @Test
    void whatAStandInDoesIsLetPassAndTold() {
        assertThat(examine(conventions()).violations()).isNotEmpty();
        assertThat(examine(conventions()).granted()).isEmpty();

        Examination examination = examine(conventions().standIn(SYSTEM + ".orders.desk", REASON));

        assertThat(examination.violations()).isEmpty();
        assertThat(examination.granted()).singleElement().satisfies(granted -> {
            assertThat(granted.what()).isEqualTo("What " + SYSTEM + ".orders.desk does counts as done outside.");
            assertThat(granted.reason()).isEqualTo(REASON);
            assertThat(granted.places()).extracting(Location::simpleType).contains("WebPost");
            assertThat(granted.places()).allSatisfy(place -> assertThat(place.line()).isPositive());
        });
    }

    @Test
    void anExceptionOfWhichNothingMakesUseIsToldAsWell() {
        assertThat(examine(conventions().standIn(SYSTEM + ".orders.nowhere", REASON)).granted())
                .containsExactly(
                        new Granted("What " + SYSTEM + ".orders.nowhere does counts as done outside.", REASON, List.of()));
    }

    @Test
    void aStandInMayAskWhereItRunsAndIsToldOnlyIfItDoes() {
        String asking = "dev.cleave.architecture.law.placement.noplaceasked.broken";
        Conventions conventions = Conventions.of("counterexample", asking).placementSettings("shop.unit");
        assertThat(examine("no-place-asked", asking, conventions).violations()).isNotEmpty();

        Examination examination = examine("no-place-asked", asking, conventions
                .standIn(asking + ".stock.shelf", REASON).standIn(asking + ".stock.nowhere", REASON));

        assertThat(examination.violations()).isEmpty();
        assertThat(examination.granted()).singleElement().satisfies(granted -> {
            assertThat(granted.what()).isEqualTo("What " + asking + ".stock.shelf asks for counts as asked for outside.");
            assertThat(granted.places()).hasSizeGreaterThan(5);
        });
    }

    private static Conventions conventions() {
        return Conventions.of("counterexample", SYSTEM).role(Gateway.class.getName(), Role.GATEWAY);
    }

    private static Examination examine(Conventions conventions) {
        return examine("only-gateways-go-outside", SYSTEM, conventions);
    }

    private static Examination examine(String id, String system, Conventions conventions) {
        Rule rule = Rules.all().list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return rule.examine(CodeReader.of(
                conventions,
                new ClassFileImporter().importPackages(system),
                Sources.in(Path.of(""), List.of(Path.of("src/test/java")), List.of(), List.of())));
    }
}
