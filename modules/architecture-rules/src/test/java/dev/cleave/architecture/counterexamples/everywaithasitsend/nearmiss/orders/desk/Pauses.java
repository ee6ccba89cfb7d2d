package dev.cleave.architecture.counterexamples.everywaithasitsend.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.WaitRunOut;
import dev.cleave.architecture.counterexamples.words.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.springframework.stereotype.Component;

class Pauses {

    void paused(String event, Waits waits) {
        waits.open("pause", subject(event), Instant.EPOCH);
    }

    void rested(String event, Waits waits) {
        waits.open("rest", event, Instant.EPOCH);
    }

    void restedOn(int floor, String event, Waits waits) {
        waits.open(restOn(floor), event, Instant.EPOCH);
    }

    void broken(String event, Waits waits) {
        waits.open("break", event, Instant.EPOCH);
    }

    void named(String event, Waits waits) {
        waits.open(event.strip(), event, Instant.EPOCH);
    }

    /** Ends what may never have been opened. */
    void closed(String event, Waits waits) {
        waits.close("closed", event);
    }

    void stopped(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), "stop", event);
    }

    @DeadlineHandler(deadlineName = "stop")
    void stop(String event) {}

    private static String subject(String event) {
        return event.trim();
    }

    private static String restOn(int floor) {
        return "rest-" + (floor == 0 ? "ground" : "upper");
    }

    List<WaitRunOut> ends(String event) {
        return List.of(new End("pause"), rest(), new End(restOn(0)), new End(restOn(1)),
                new End(event.strip()));
    }

    private static WaitRunOut rest() {
        return new End("rest");
    }

    @Component
    static class Break implements WaitRunOut {

        @Override
        public String kind() {
            return "break";
        }

        @Override
        public Object command(String subject) {
            return subject;
        }
    }

    record End(String kind) implements WaitRunOut {

        @Override
        public Object command(String subject) {
            return subject;
        }
    }
}
