package dev.cleave.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.bootstrap.architecture.ArchitectureEndpoint.Overview;
import dev.cleave.bootstrap.architecture.ArchitectureEndpoint.PlacedContext;
import dev.cleave.bootstrap.architecture.ArchitectureEndpoint.PlacedMessage;
import dev.cleave.bootstrap.architecture.ArchitectureEndpoint.Way;
import dev.cleave.platform.placement.Placement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ArchitectureEndpointTests {

    @Test
    void theMonolithHoldsEveryContextAndNoMessageLeavesIt() {
        Overview overview = endpoint(new MockEnvironment()).overview();
        assertThat(overview.system()).isEqualTo("Cleave");
        assertThat(overview.profile()).isNull();
        assertThat(overview.unit()).isNull();
        assertThat(overview.contexts()).hasSizeGreaterThan(5).allMatch(PlacedContext::here).allSatisfy(context -> {
            assertThat(context.purpose()).isNotBlank();
            assertThat(context.commands()).isNotEmpty();
            assertThat(context.events()).isNotEmpty();
        });
        assertThat(overview.messages()).hasSizeGreaterThan(20).extracting(PlacedMessage::way).containsOnly(Way.LOCAL);
    }

    @Test
    void aUnitTellsWhatComesInAndGoesOut() {
        Overview overview = endpoint(new MockEnvironment()
                .withProperty("cleave.profile", "hybrid")
                .withProperty("cleave.unit", "shop")
                .withProperty("cleave.contexts", "ordering,payment")).overview();
        assertThat(overview.profile()).isEqualTo("hybrid");
        assertThat(overview.unit()).isEqualTo("shop");
        assertThat(overview.contexts()).filteredOn(PlacedContext::here).extracting(PlacedContext::name)
                .containsExactly("ordering", "payment");
        assertThat(overview.messages())
                .extracting(PlacedMessage::type, PlacedMessage::kind, PlacedMessage::from, PlacedMessage::to, PlacedMessage::way)
                .contains(
                        tuple("dev.cleave.inventory.api.ReserveStock", "command", "ordering", "inventory", Way.OUT),
                        tuple("dev.cleave.inventory.api.StockReserved", "event", "inventory", "ordering", Way.IN),
                        tuple("dev.cleave.payment.api.AuthorisePayment", "command", "ordering", "payment", Way.LOCAL));
        assertThat(endpoint(new MockEnvironment().withProperty("cleave.contexts", "notification")).overview().messages())
                .filteredOn(message -> message.to().equals("inventory"))
                .extracting(PlacedMessage::way)
                .containsOnly(Way.ELSEWHERE);
    }

    @Test
    void aContextIsToldInFullAndAnUnknownOneIsNot() {
        ArchitectureEndpoint endpoint = endpoint(new MockEnvironment());
        assertThat(endpoint.context("payment"))
                .isNotNull()
                .satisfies(payment -> assertThat(payment.context())
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class)).containsEntry("name", "payment"))
                .satisfies(payment -> assertThat(payment.messages()).hasSizeGreaterThan(10));
        assertThat(endpoint.context("bakery")).isNull();
    }

    private static ArchitectureEndpoint endpoint(MockEnvironment environment) {
        return new ArchitectureEndpoint(
                Placement.of(environment, ArchitectureEndpointTests.class.getClassLoader()), environment);
    }
}
