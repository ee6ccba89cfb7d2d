package dev.cleave.architecture.law.waits.nodeadlinemanager.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.time.Duration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;

class Fulfilment {

    @Caught
    void on(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), "late", event);
    }

    @Caught
    @DeadlineHandler
    void late(String event) {}
}
