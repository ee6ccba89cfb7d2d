package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.anybody;
import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.eventstore.OpenStore.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatWasSerialisedAsAnotherProcessWould() {
        Counted published = new Counted("counter", 1);
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            open.store.publish(GenericEventMessage.asEventMessage(published).withMetaData(MetaData.with("by", "me")));
            TrackedEventMessage<?> read = open.all().getLast();
            assertThat(read.getPayload()).isEqualTo(published).isNotSameAs(published);
            assertThat(read.getMetaData()).isEqualTo(MetaData.with("by", "me"));
        }
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            assertThat(open.all().getLast().getPayload()).isEqualTo(published);
        }
    }

    @Test
    void givesAllReadersTheSameDeserialisedPayload() throws Exception {
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            open.commit(counted(anybody(), 0));
            assertThat(open.all().getFirst().getPayload()).isSameAs(open.all().getFirst().getPayload());
        }
    }

    @Test
    void readsAHistoryThatIsLongerThanWhatIsKeptInMemory() throws Exception {
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            List<DomainEventMessage<?>> many = new ArrayList<>();
            String counter = anybody();
            LongStream.range(0, 6000).forEach(n -> many.add(counted(counter, n)));
            open.commit(many.toArray(DomainEventMessage[]::new));
            assertThat(open.all()).hasSize(6000).extracting(EventStoreContract::position)
                    .containsExactlyElementsOf(LongStream.range(0, 6000).boxed().toList());
            assertThat(open.all().getFirst().getPayload()).isEqualTo(new Counted(counter, 0));
        }
    }

    @Test
    void upcastsWhatItReads() {
        String counter = anybody();
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            for (int n = 0; n < 300; n++) {
                open.store.publish(counted(counter, n));
            }
        }
        EventUpcaster tenfold = events -> events.map(event -> upcast(event, 10));
        try (OpenStore open = open(tenfold)) {
            open.store.publish(counted(counter, 300));
            assertThat(payloads(open.all()))
                    .containsExactlyElementsOf(LongStream.range(0, 301).mapToObj(n -> new Counted(counter, 10 * n)).toList());
            assertThat(payloads(open.store.readEvents(counter).asStream().toList()))
                    .containsExactlyElementsOf(LongStream.range(0, 301).mapToObj(n -> new Counted(counter, 10 * n)).toList());
        }
    }

    @Test
    void readsOnWhereAnUpcasterDropsOrMultipliesEvents() throws Exception {
        String counter = anybody();
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            for (int n = 0; n < 4; n++) {
                open.store.publish(counted(counter, n));
            }
        }
        EventUpcaster noneOrTwo = events -> events.flatMap(event -> event.getSequenceNumber().orElseThrow() % 2 == 0
                ? Stream.empty() : Stream.of(upcast(event, 1), upcast(event, -1)));
        try (OpenStore open = open(noneOrTwo)) {
            assertThat(payloads(open.all())).containsExactly(
                    new Counted(counter, 1), new Counted(counter, -1), new Counted(counter, 3), new Counted(counter, -3));
            try (var stream = open.store.openStream(new GlobalSequenceTrackingToken(1))) {
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }
    }

    @Test
    void saysWhichEventItCanNotRead() {
        try (OpenStore open = open(events -> events.map(event -> {
            throw new IllegalStateException("no upcaster for this");
        }))) {
            open.store.publish(counted(anybody(), 0));
            assertThatThrownBy(open::all).isInstanceOf(EventStoreException.class).hasMessageContaining("the event at 0");
            open.store.publish(counted(anybody(), 0));
            assertThat(open.store.head()).as("writing goes on").isEqualTo(1);
        }
    }

    @Test
    void readsOnlyFromTokensOfItsOwnKind() {
        try (OpenStore open = open(NoOpEventUpcaster.INSTANCE)) {
            assertThatThrownBy(() -> open.store.openStream(ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(3))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Counted> payloads(List<? extends EventMessage<?>> events) {
        return events.stream().map(event -> (Counted) event.getPayload()).toList();
    }

    private static IntermediateEventRepresentation upcast(IntermediateEventRepresentation event, int factor) {
        return event.upcastPayload(new SimpleSerializedType(Counted.class.getName(), "2"), JsonNode.class,
                json -> ((ObjectNode) json).put("number", factor * json.get("number").asLong()));
    }

    private OpenStore open(EventUpcaster upcasters) {
        return OpenStore.open(OpenStore.h2(folder), OpenStore.settings(), upcasters, UnaryOperator.identity());
    }
}
