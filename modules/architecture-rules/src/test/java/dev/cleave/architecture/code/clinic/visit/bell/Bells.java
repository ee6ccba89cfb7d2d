package dev.cleave.architecture.code.clinic.visit.bell;

import dev.cleave.architecture.code.clinic.platform.Waits;
import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("bells")
class Bells {

    private final Waits waits;

    Bells(Waits waits) {
        this.waits = waits;
    }

    @EventHandler
    void on(Arrived event, @Timestamp Instant at) {
        waits.open(event.stay().substring(1), event.stay(), at);
    }
}
