package dev.cleave.architecture.sample.lending.loan;

import dev.cleave.architecture.sample.lending.api.LendBook;
import dev.cleave.architecture.sample.lending.api.ReaderId;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class LoanDesk {

    private final CommandGateway commands;

    LoanDesk(CommandGateway commands) {
        this.commands = commands;
    }

    @Scheduled(fixedDelay = 1000)
    void open() {
        commands.send(new LendBook("1", new ReaderId("2"), List.of(), Map.of(), null, List.of(), 3));
    }
}
