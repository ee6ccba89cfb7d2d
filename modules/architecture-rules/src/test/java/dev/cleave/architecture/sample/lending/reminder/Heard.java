package dev.cleave.architecture.sample.lending.reminder;

import dev.cleave.architecture.sample.lending.api.LoanOverdue;
import org.axonframework.eventhandling.EventHandler;

abstract class Heard {

    @EventHandler
    void on(LoanOverdue event) {
        overdue(event.loan());
    }

    abstract void overdue(String loan);
}
