package dev.cleave.architecture.law.waits.everywaithasitsend.nearmiss.orders.desk;

import dev.cleave.architecture.law.waits.everywaithasitsend.nearmiss.orders.api.Resume;
import dev.cleave.architecture.law.words.Wait;
import dev.cleave.architecture.law.words.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;

class Pauses {

    enum Pause implements Wait {
        PAUSE("pause", Resume::new),
        REST("rest", subject -> new Resume(subject.strip())),
        BREAK("break", Pause::resume),
        STOP("stop", subject -> null) {

            @Override
            public Object command(String subject) {
                return new Resume(subject);
            }
        };

        private final String kind;
        private final Function<String, Object> end;

        Pause(String kind, Function<String, Object> end) {
            this.kind = kind;
            this.end = end;
        }

        private static Object resume(String subject) {
            return new Resume(subject);
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

    /** A wait that is no constant of an enum. */
    record Nap(String kind) implements Wait {

        static final Nap NAP = new Nap("nap");

        @Override
        public Object command(String subject) {
            return new Resume(subject);
        }
    }

    void paused(String event, Waits waits) {
        waits.open(Pause.PAUSE, event.trim(), Instant.EPOCH);
        waits.open(Pause.REST, event, Instant.EPOCH);
    }

    void broken(boolean whole, String event, Waits waits) {
        open(whole ? Pause.BREAK : Pause.STOP, event, waits);
        open(Nap.NAP, event, waits);
    }

    private static void open(Wait wait, String event, Waits waits) {
        waits.open(wait, event, Instant.EPOCH);
    }

    void stopped(String event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofDays(1), "stop", event);
    }

    @DeadlineHandler(deadlineName = "stop")
    void stop(String event) {}

    /** Ends what may never have been opened. */
    void closed(String event, DeadlineManager deadlines) {
        deadlines.cancelAll("closed");
    }
}
