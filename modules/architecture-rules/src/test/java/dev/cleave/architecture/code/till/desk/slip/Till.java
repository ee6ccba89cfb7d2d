package dev.cleave.architecture.code.till.desk.slip;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.code.till.desk.api.CashCounted;
import dev.cleave.architecture.code.till.desk.api.PayIn;
import dev.cleave.architecture.code.till.desk.api.PayOut;
import dev.cleave.architecture.code.till.desk.api.PrintSlip;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Till {

    @AggregateIdentifier
    private @Nullable String till;

    @CommandHandler
    void in(PayIn command) {
        apply(new CashCounted(command.till(), true));
    }

    @CommandHandler
    void out(PayOut command) {
        apply(new CashCounted(command.till(), false));
    }

    @CommandHandler
    void print(PrintSlip command) {
        count(command.till());
    }

    private void count(String counted) {
        apply(Slips.counted(counted));
    }
}
