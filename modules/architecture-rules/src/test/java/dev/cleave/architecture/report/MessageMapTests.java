package dev.cleave.architecture.report;

import static dev.cleave.architecture.Handmade.command;
import static dev.cleave.architecture.Handmade.event;
import static dev.cleave.architecture.Handmade.needs;
import static dev.cleave.architecture.Handmade.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.Coupling;
import dev.cleave.architecture.report.Report.Crossing;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageMapTests {

    private static final SystemModel CAFE = system(
            List.of("counter", "kitchen", "till"),
            List.of(needs("counter", "kitchen"), needs("counter", "till"), needs("kitchen", "till")),
            command("kitchen", "Cook", "counter"),
            command("kitchen", "Clean", "kitchen"),
            event("kitchen", "Cooked", "counter", "kitchen", "till"),
            event("till", "Paid"));
    private static final List<MessageEdge> EDGES = MessageMap.edges(CAFE);

    @Test
    void hasAnEdgeWhereAMessageLeavesItsSendersContext() {
        assertThat(EDGES)
                .extracting(MessageEdge::from, MessageEdge::to, edge -> edge.passages().stream().map(Passage::type).toList())
                .containsExactly(
                        tuple("counter", "kitchen", List.of("cafe.kitchen.api.Cook")),
                        tuple("kitchen", "counter", List.of("cafe.kitchen.api.Cooked")),
                        tuple("kitchen", "till", List.of("cafe.kitchen.api.Cooked")));
    }

    @Test
    void namesWhoSendsAndWhoHandles() {
        assertThat(EDGES.getFirst().passages().getFirst())
                .returns(List.of("cafe.counter.Sending"), Passage::senders)
                .returns(List.of("cafe.kitchen.Handling"), Passage::handlers);
    }

    @Test
    void placesMessagesByTheUnitsOfTheirContexts() {
        Placement placement = new Deployment(
                "two",
                "Apart.",
                "carrier",
                List.of(
                        new Unit("front", List.of("counter"), 1, null),
                        new Unit("back", List.of("kitchen", "till"), 2, "h2")))
                .placement(EDGES);
        assertThat(placement.local()).isEqualTo(1);
        assertThat(placement.crossings())
                .extracting(Crossing::type, Crossing::fromUnit, Crossing::toUnit, Crossing::toContext)
                .containsExactly(
                        tuple("cafe.kitchen.api.Cook", "front", "back", "kitchen"),
                        tuple("cafe.kitchen.api.Cooked", "back", "front", "counter"));
    }

    @Test
    void refusesADeploymentThatForgetsAContext() {
        Deployment forgetful =
                new Deployment("one", "", "none", List.of(new Unit("all", List.of("counter", "till"), 1, null)));
        assertThatThrownBy(() -> forgetful.placement(EDGES)).hasMessageContaining("one").hasMessageContaining("kitchen");
    }

    @Test
    void countsWhatGoesInAndOut() {
        assertThat(Couplings.of(CAFE, EDGES))
                .containsExactly(
                        new Coupling("counter", 0, 1, 1, 0, 0, 2, 1.0),
                        new Coupling("kitchen", 1, 0, 0, 2, 1, 1, 0.5),
                        new Coupling("till", 0, 0, 1, 0, 2, 0, 0.0));
    }

    @Test
    void knowsNoInstabilityOfAContextThatHasToDoWithNobody() {
        SystemModel alone = system(List.of("alone"));
        assertThat(Couplings.of(alone, MessageMap.edges(alone)).getFirst().instability()).isNull();
    }
}
