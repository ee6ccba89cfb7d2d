package dev.cleave.architecture.sample.lending.reminder;

import dev.cleave.architecture.sample.lending.reminder.steps.RemindReader;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("reminders")
class Reminders extends Heard {

    private final CommandGateway commands;

    Reminders(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    void overdue(String loan) {
        commands.send(RemindReader.builder().loan(loan).build());
    }
}
