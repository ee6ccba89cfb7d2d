package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.View;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import dev.cleave.platform.messaging.garage.api.TowCar;
import dev.cleave.platform.waiting.Wait;
import dev.cleave.platform.waiting.Waits;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** How long a car may stand unwashed. */
@View("tickets")
class Tickets {

    private static final Duration WITHIN = Duration.ofHours(1);

    private final Waits<TicketWait> waits;

    Tickets(Waits<TicketWait> waits) {
        this.waits = waits;
    }

    @EventHandler
    void on(CarParked event, @Timestamp Instant at) {
        waits.open(TicketWait.WASHED, event.car().value(), at.plus(WITHIN));
    }

    @EventHandler
    void on(CarWashed event) {
        waits.close(TicketWait.WASHED, event.car().value());
    }

    @ResetHandler
    void reset() {
        waits.forget();
    }

    enum TicketWait implements Wait {
        WASHED("washed");

        private final String kind;

        TicketWait(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Object command(String subject) {
            return new TowCar(new CarId(subject));
        }
    }
}
