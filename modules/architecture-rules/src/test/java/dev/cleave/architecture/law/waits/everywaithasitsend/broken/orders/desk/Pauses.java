package dev.cleave.architecture.law.waits.everywaithasitsend.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.Wait;
import dev.cleave.architecture.law.words.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;

class Pauses {

    enum Pause implements Wait {
        PAUSE("pause", subject -> null),
        REST("rest", String::strip),
        BREAK("break", Pause::toNothing);

        private final String kind;
        private final Function<String, Object> end;

        Pause(String kind, Function<String, Object> end) {
            this.kind = kind;
            this.end = end;
        }

        private static Object toNothing(String subject) {
            return subject.length();
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Object command(String subject) {
            return end.apply(subject);
        }
    }

    @Caught
    void paused(String event, Waits waits) {
        waits.open(Pause.PAUSE, event, Instant.EPOCH);
    }

    @Caught(2)
    void rested(boolean long_, String event, Waits waits) {
        waits.open(long_ ? Pause.REST : Pause.BREAK, event, Instant.EPOCH);
    }

    @Caught
    void stopped(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), "stop", event);
    }

    @Caught
    void named(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), event.strip(), event);
    }

    @DeadlineHandler(deadlineName = "halt")
    void halted(String event) {}
}
