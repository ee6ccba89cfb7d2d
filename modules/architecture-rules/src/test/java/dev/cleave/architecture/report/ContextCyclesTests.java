package dev.cleave.architecture.report;

import static dev.cleave.architecture.Handmade.command;
import static dev.cleave.architecture.Handmade.event;
import static dev.cleave.architecture.Handmade.needs;
import static dev.cleave.architecture.Handmade.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.Cycle;
import dev.cleave.architecture.report.Report.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCyclesTests {

    @Test
    void findsNoneWhereMessagesGoOneWay() {
        assertThat(cycles(system(
                List.of("counter", "kitchen"), List.of(needs("counter", "kitchen")), command("kitchen", "Cook", "counter"))))
                .isEmpty();
    }

    @Test
    void allowsAnAnswerByEvent() {
        assertThat(cycles(system(
                List.of("counter", "kitchen"),
                command("kitchen", "Cook", "counter"),
                event("kitchen", "Cooked", "counter"))))
                .singleElement()
                .returns(Graph.MESSAGES, Cycle::graph)
                .returns(true, Cycle::allowed)
                .returns(List.of("counter", "kitchen"), Cycle::contexts)
                .extracting(Cycle::explanation)
                .asString()
                .contains("from kitchen to counter go only events")
                .contains("counter → kitchen: commands Cook.")
                .contains("kitchen → counter: events Cooked.");
    }

    @Test
    void doesNotAllowCommandsInACircle() {
        assertThat(cycles(system(
                List.of("counter", "kitchen", "till"),
                command("kitchen", "Cook", "counter"),
                command("till", "Charge", "kitchen"),
                command("counter", "Serve", "till"))))
                .singleElement()
                .returns(Graph.COMMANDS, Cycle::graph)
                .returns(false, Cycle::allowed)
                .returns(List.of("counter", "kitchen", "till"), Cycle::contexts)
                .extracting(Cycle::explanation)
                .asString()
                .contains("till → counter: commands Serve.");
    }

    @Test
    void doesNotAllowContextsToNeedEachOtherToCompile() {
        assertThat(cycles(system(
                List.of("counter", "kitchen"), List.of(needs("counter", "kitchen"), needs("kitchen", "counter")))))
                .singleElement()
                .returns(Graph.CODE, Cycle::graph)
                .returns(false, Cycle::allowed)
                .returns(List.of("counter", "kitchen"), Cycle::contexts);
    }

    @Test
    void findsAShortestWayForEachEdge() {
        SystemModel model = system(
                List.of("counter", "kitchen", "till"),
                command("kitchen", "Cook", "counter"),
                event("kitchen", "Cooked", "counter", "till"),
                event("till", "Paid", "counter"),
                command("till", "Charge", "counter"));
        assertThat(cycles(model))
                .extracting(Cycle::contexts, Cycle::allowed)
                .containsExactly(
                        tuple(List.of("counter", "kitchen"), true),
                        tuple(List.of("counter", "till"), true),
                        tuple(List.of("counter", "kitchen", "till"), true));
    }

    private static List<Cycle> cycles(SystemModel model) {
        return ContextCycles.of(MessageMap.edges(model), model.codeDependencies());
    }
}
