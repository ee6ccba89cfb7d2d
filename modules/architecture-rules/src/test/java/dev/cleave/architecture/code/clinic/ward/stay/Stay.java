package dev.cleave.architecture.code.clinic.ward.stay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import dev.cleave.architecture.code.clinic.ward.api.Discharge;
import dev.cleave.architecture.code.clinic.ward.api.Fed;
import dev.cleave.architecture.code.clinic.ward.api.Feed;
import dev.cleave.architecture.code.clinic.ward.api.Left;
import dev.cleave.architecture.code.clinic.ward.api.Wake;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Stay {

    private static final String SLEEP = "sleep";

    @AggregateIdentifier
    private @Nullable String stay;

    @CommandHandler
    void feed(Feed command, DeadlineManager deadlines) {
        apply(new Fed(command.stay()));
        deadlines.schedule(Duration.ofHours(8), SLEEP);
    }

    @CommandHandler
    void wake(Wake command, DeadlineManager deadlines) {
        deadlines.cancelAll(SLEEP);
        apply(new Arrived(command.stay()));
    }

    @CommandHandler
    void discharge(Discharge command) {
        apply(new Left(command.stay()));
    }

    @DeadlineHandler(deadlineName = SLEEP)
    void slept() {
        apply(new Left(String.valueOf(stay)));
    }
}
