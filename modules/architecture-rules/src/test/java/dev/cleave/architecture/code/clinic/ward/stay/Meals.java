package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.Waits;
import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import dev.cleave.architecture.code.clinic.ward.api.Fed;
import dev.cleave.architecture.code.clinic.ward.api.Left;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("meals")
class Meals {

    private final Waits waits;
    private final StayTimes times;

    Meals(Waits waits, StayTimes times) {
        this.waits = waits;
        this.times = times;
    }

    @EventHandler
    void on(Arrived event, @Timestamp Instant at) {
        waits.open(
                StayWait.MEAL,
                event.stay(),
                at.plus(StayWait.MEAL.length(times)));
        waits.open(StayWait.STAY, event.stay(), at.plus(StayWait.STAY.length(times)));
    }

    @EventHandler
    void on(Fed event, @Timestamp Instant at) {
        waits.open(StayWait.MEAL, event.stay(), at.plus(StayWait.MEAL.length(times)));
    }

    @EventHandler
    void on(Left event) {
        waits.close(StayWait.STAY, event.stay());
        waits.close(StayWait.MEAL, event.stay());
    }
}
