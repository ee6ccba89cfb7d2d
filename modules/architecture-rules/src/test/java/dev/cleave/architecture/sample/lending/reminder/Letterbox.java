package dev.cleave.architecture.sample.lending.reminder;

import dev.cleave.architecture.sample.lending.api.BookReturned;
import dev.cleave.architecture.sample.lending.reminder.steps.RemindReader;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Letterbox {

    private @Nullable String last;

    @CommandHandler
    void send(RemindReader command) {
        last = command.loan();
    }

    @EventHandler
    void on(EventMessage<BookReturned> event) {
        last = event.getPayload().loan();
    }
}
