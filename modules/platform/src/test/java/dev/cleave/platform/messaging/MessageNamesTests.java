package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.junit.jupiter.api.Test;

class MessageNamesTests {

    private static final List<Context> GARAGE = List.of(new Context("garage", GarageContext.class));
    private static final String FORMER = "dev.cleave.garage.CarCleaned";

    private final MessageNames names = new MessageNames(GARAGE, false);

    record Unnamed() {}

    static class Sender {
        @CommandHandler
        void handle(Unnamed command) {}
    }

    static class Reader {
        @EventHandler
        void on(Unnamed event) {}
    }

    @Test
    void aMessageIsWrittenUnderItsNameAndReadUnderFormerOnesToo() {
        assertThat(names.of(CarWashed.class)).isEqualTo("garage.CarWashed");
        assertThat(names.typeOf("garage.CarWashed")).contains(CarWashed.class);
        assertThat(names.typeOf(FORMER)).contains(CarWashed.class);
        assertThat(names.present(FORMER)).isEqualTo("garage.CarWashed");
        assertThat(names.of(GARAGE.getFirst())).contains("garage.CarParked", "garage.CarWashed", FORMER);
    }

    @Test
    void besideAnEarlierVersionAMessageIsWrittenUnderItsFormerName() {
        MessageNames former = new MessageNames(GARAGE, true);
        assertThat(former.of(CarWashed.class)).isEqualTo(FORMER);
        assertThat(former.of(CarParked.class)).isEqualTo("garage.CarParked");
        assertThat(former.typeOf("garage.CarWashed")).contains(CarWashed.class);
    }

    @Test
    void theNameOfAClassIsNoNameOfAMessage() {
        assertThat(names.typeOf(CarWashed.class.getName())).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new MessageNames(List.of(GARAGE.getFirst(), GARAGE.getFirst()), false))
                .withMessageContaining("garage.CarParked").withMessageContaining(MessageNames.FILE);
    }

    @Test
    void whatHasNoNameIsNeitherSentNorHandled() {
        assertThatIllegalArgumentException().isThrownBy(() -> names.of(Unnamed.class)).withMessageContaining("add a line");
        for (Class<?> type : List.of(Sender.class, Reader.class)) {
            assertThatIllegalArgumentException().isThrownBy(() -> AnnotatedHandlerInspector.inspectType(
                    type, ClasspathParameterResolverFactory.forClass(type), MultiHandlerDefinition.ordered(
                            new NamedHandlers(names), ClasspathHandlerDefinition.forClass(type))))
                    .withMessageContaining(Unnamed.class.getName());
        }
    }
}
