package dev.cleave.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.reading.CleaveRules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CleaveRulesTests {

    private static final String COUNTEREXAMPLES = CleaveRulesTests.class.getPackageName() + ".counterexamples.";

    static Stream<Rule> own() {
        return Stream.of(CleaveRules.own());
    }

    @Test
    void theBuildHasHeldThisSystemAgainstThem() {
        assertThat(own()).allSatisfy(rule -> assertThat(CleaveSystem.REPORT.rules())
                .filteredOn(result -> result.id().equals(rule.id()))
                .extracting(RuleResult::outcome)
                .containsExactly(Outcome.PASSED));
    }

    @Test
    void modulithFindsOthersInternals() {
        Rule rule = rule("verified-by-modulith");

        List<Violation> found = rule.examine(system("modulith.broken")).violations();
        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.what()).isEqualTo("Desk uses Shelf, which the module stock does not expose.");
            assertThat(violation.location().file()).endsWith("broken/orders/desk/Desk.java");
            assertThat(violation.location().line()).isPositive();
        });
        assertThat(rule.examine(system("modulith.nearmiss")).violations()).isEmpty();
    }

    @Test
    void axonsOwnWaysToSendAreFound() {
        Rule rule = rule("commands-go-through-the-platform");

        assertThat(rule.examine(system("commands.broken")).violations())
                .extracting(Violation::what)
                .containsExactlyInAnyOrder(
                        "Desk.place calls CommandGateway.sendAndWait of Axon.", "Desk.ship calls CommandBus.dispatch of Axon.");
        Examination nearMiss = rule.examine(system("commands.nearmiss"));
        assertThat(nearMiss.violations()).isEmpty();
        assertThat(nearMiss.examined()).containsEntry("places where commands are sent", 1);
    }

    @Test
    void storesAreFoundThatAreNotTheContextsOwn() {
        Rule rule = rule("stores-come-from-the-platform");

        List<Violation> found = rule.examine(system("stores.broken")).violations();
        assertThat(found)
                .extracting(Violation::what)
                .containsExactly(
                        "Shelf.aside calls DataStores.open, and so opens a store that is not the context's own.",
                        "Shelf.byHand calls DriverManager.getConnection, and so opens a store that is not the context's own.",
                        "Shelf.others calls DataStores.ofContext, and so opens a store that is not the context's own.");
        assertThat(found).allSatisfy(violation -> assertThat(violation.location().line()).isPositive());
        Examination nearMiss = rule.examine(system("stores.nearmiss"));
        assertThat(nearMiss.violations()).isEmpty();
        assertThat(nearMiss.examined()).containsEntry("classes", 2);
    }

    @Test
    void theSimulatedProvidersBooksAreInAStoreOfTheirOwn() {
        ContextModel payment = CleaveSystem.REPORT.contexts().stream()
                .filter(context -> context.name().equals("payment"))
                .findFirst()
                .orElseThrow();

        assertThat(payment.store().tables()).contains("payment").doesNotContain("account", "entry");
        assertThat(payment.furtherStores()).singleElement().satisfies(books -> {
            assertThat(books.name()).isEqualTo("simulator");
            assertThat(books.tables()).contains("account", "entry");
            assertThat(books.migrations())
                    .containsExactly("modules/payment-simulator/src/main/resources/db/simulator/V1__ledger.sql");
        });
    }

    private static Rule rule(String id) {
        return own().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    private static SystemCode system(String name) {
        String base = COUNTEREXAMPLES + name;
        return CodeReader.of(
                Conventions.of("counterexample", base).contextsMarkedBy(BoundedContext.class.getName()),
                new ClassFileImporter().importPackages(base),
                Sources.in(Path.of(""), List.of(Path.of("src/test/java")), List.of(), List.of()));
    }
}
