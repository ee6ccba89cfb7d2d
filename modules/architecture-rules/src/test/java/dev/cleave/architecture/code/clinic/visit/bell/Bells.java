package dev.cleave.architecture.code.clinic.visit.bell;

import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import dev.cleave.architecture.code.clinic.ward.api.Left;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("bells")
class Bells {

    private final DeadlineManager deadlines;

    Bells(DeadlineManager deadlines) {
        this.deadlines = deadlines;
    }

    @EventHandler
    void on(Arrived event, @Timestamp Instant at) {
        deadlines.schedule(at, event.stay().substring(1));
    }

    @EventHandler
    void on(Left event) {
        deadlines.cancelAll(event.stay().substring(1));
    }

    @DeadlineHandler
    void rung() {}
}
