package dev.cleave.platform.operations;

import dev.cleave.platform.messaging.Processors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class OperationsConfiguration {

    @Bean
    ProcessorsEndpoint processorsEndpoint(Processors processors, EventStore events) {
        return new ProcessorsEndpoint(processors, events);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(Processors processors) {
        return new DeadLettersEndpoint(processors);
    }
}
