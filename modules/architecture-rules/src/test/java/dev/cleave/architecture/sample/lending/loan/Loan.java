package dev.cleave.architecture.sample.lending.loan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.sample.lending.api.BookLent;
import dev.cleave.architecture.sample.lending.api.BookReturned;
import dev.cleave.architecture.sample.lending.api.LendBook;
import dev.cleave.architecture.sample.lending.api.LendingFailure;
import dev.cleave.architecture.sample.lending.api.LoanOverdue;
import dev.cleave.architecture.sample.lending.api.ReturnBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

@AggregateRoot
class Loan {

    @AggregateIdentifier
    private @Nullable String loan;

    @AggregateMember
    private final List<Copy> copies = new ArrayList<>();

    Loan() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void lend(LendBook command, DeadlineManager deadlines) {
        if (loan != null) {
            throw new IllegalStateException(LendingFailure.OUT.code());
        }
        Terms.check(command);
        apply(new BookLent(command.loan(), command.reader()));
        deadlines.schedule(Duration.ofDays(command.days()), "due");
    }

    @CommandHandler
    void giveBack(ReturnBook command) {
        if (loan == null) {
            throw new IllegalStateException(LendingFailure.NOT_LENT.code());
        }
        apply(new BookReturned(command.loan()));
    }

    @DeadlineHandler(deadlineName = "due")
    void due() {
        apply(new LoanOverdue(loan == null ? "" : loan));
    }

    @EventSourcingHandler
    void on(BookLent event) {
        loan = event.loan();
        copies.add(new Copy(event.loan()));
    }
}
