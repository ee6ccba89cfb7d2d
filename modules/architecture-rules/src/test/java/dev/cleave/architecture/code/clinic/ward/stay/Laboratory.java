package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.Waits;
import dev.cleave.architecture.code.clinic.ward.api.Answered;
import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import dev.cleave.architecture.code.clinic.ward.api.Tested;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("laboratory")
class Laboratory {

    private final Waits waits;
    private final StayTimes times;

    Laboratory(Waits waits, StayTimes times) {
        this.waits = waits;
        this.times = times;
    }

    @EventHandler
    void on(Arrived event, @Timestamp Instant at) {
        open(StayWait.BLOOD_AGAIN, StayWait.BLOOD_DEADLINE, event.stay(), at, false);
    }

    @EventHandler
    void on(Tested event, @Timestamp Instant at) {
        open(StayWait.HEART_AGAIN, StayWait.HEART_DEADLINE, event.stay(), at, event.again());
    }

    @EventHandler
    void on(Answered event) {
        waits.close(StayWait.BLOOD_AGAIN, event.stay());
    }

    private void open(StayWait again, StayWait deadline, String stay, Instant at, boolean last) {
        waits.open(last ? deadline : again, stay, at.plus(again.length(times)));
    }
}
