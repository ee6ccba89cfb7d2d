package dev.cleave.architecture.sample.lending.loan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.sample.lending.api.CopyDamaged;
import dev.cleave.architecture.sample.lending.api.MarkDamaged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.EntityId;

class Copy {

    @EntityId(routingKey = "copy")
    private final String copy;

    Copy(String copy) {
        this.copy = copy;
    }

    @CommandHandler
    void damage(MarkDamaged command) {
        apply(new CopyDamaged(copy + command.copy()));
    }
}
