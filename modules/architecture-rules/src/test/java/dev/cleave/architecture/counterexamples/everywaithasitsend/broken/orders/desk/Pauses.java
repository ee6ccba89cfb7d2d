package dev.cleave.architecture.counterexamples.everywaithasitsend.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.words.WaitRunOut;
import dev.cleave.architecture.counterexamples.words.Waits;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;

class Pauses {

    @Caught
    void paused(String event, Waits waits) {
        waits.open("pause", event, Instant.EPOCH);
    }

    @Caught
    void rested(String event, Waits waits) {
        waits.open("rest", event, Instant.EPOCH);
    }

    @Caught(2)
    void restedOn(int floor, String event, Waits waits) {
        waits.open("rest-" + floorName(floor), event, Instant.EPOCH);
    }

    private static String floorName(int floor) {
        return floor == 0 ? "ground" : "upper";
    }

    @Caught
    void named(String event, Waits waits) {
        waits.open(event.strip(), event, Instant.EPOCH);
    }

    @Caught
    void stopped(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), "stop", event);
    }

    @DeadlineHandler(deadlineName = "halt")
    void halted(String event) {}

    /** Nobody makes one. */
    static class Rest implements WaitRunOut {

        @Override
        public String kind() {
            return "rest";
        }

        @Override
        public Object command(String subject) {
            return subject;
        }
    }

    /** Follows what is never opened. */
    static class Break implements WaitRunOut {

        @Override
        public String kind() {
            return "break";
        }

        @Override
        public Object command(String subject) {
            return "pause" + subject;
        }
    }
}
