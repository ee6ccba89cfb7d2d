package dev.cleave.architecturetests.counterexamples.waits.nearmiss.orders;

import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.platform.waiting.Waits;
import java.time.Instant;
import java.util.List;

class Pauses {

    void on(String event, Waits waits) {
        waits.open("pause", subject(event), Instant.EPOCH);
    }

    void rests(String event, Waits waits) {
        waits.open("rest", event, Instant.EPOCH);
    }

    void named(String event, Waits waits) {
        waits.open(named(event), event, Instant.EPOCH);
    }

    void closed(String event, Waits waits) {
        waits.close("closed", event);
    }

    static String named(String event) {
        return event.strip();
    }

    private static String subject(String event) {
        return event.trim();
    }

    List<WaitRunOut> ends(String event) {
        return List.of(new End("pause"), rest(), new End(named(event)));
    }

    private static WaitRunOut rest() {
        return new End("rest");
    }

    record End(String kind) implements WaitRunOut {

        @Override
        public Object command(String subject) {
            return subject;
        }
    }
}
