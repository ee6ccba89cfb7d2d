package dev.cleave.architecturetests.counterexamples.waits.broken.orders;

import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.platform.waiting.Waits;
import java.time.Instant;

class Pauses {

    void on(String event, Waits waits) {
        waits.open("pause", event, Instant.EPOCH);
    }

    void ended(String event, Waits waits) {
        waits.open("rest", event, Instant.EPOCH);
    }

    void named(String event, Waits waits) {
        waits.open(forgotten(event), event, Instant.EPOCH);
    }

    static String forgotten(String event) {
        return event.strip();
    }

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
}
