package dev.cleave.architecture.law.events.aggregatescallnoone.broken.orders.order;

import dev.cleave.architecture.law.Caught;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.web.client.RestClient;

@Aggregate
class Order {

    @Caught
    @CommandHandler
    void send(Integer command, CommandGateway commands) {
        commands.send(command);
    }

    @Caught
    @CommandHandler
    void price(String command, Prices prices) {
        prices.of(command);
    }

    @Caught
    @CommandHandler
    void asks(Long command, Repository<Order> others) {
        others.load(command.toString());
    }

    @Caught
    @EventSourcingHandler
    void writes(String event) {
        new Slip().write(event);
    }

    @Caught
    @EventSourcingHandler
    void on(URI event) {
        RestClient.create().get().uri(event);
    }

    private static class Slip {

        void write(String text) {
            new Paper(text).keep();
        }
    }

    private record Paper(String text) {

        void keep() {
            try {
                Files.writeString(Path.of("slip"), text);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
