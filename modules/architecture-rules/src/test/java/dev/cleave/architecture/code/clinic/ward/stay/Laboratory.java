package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.Waits;
import dev.cleave.architecture.code.clinic.ward.api.Answered;
import dev.cleave.architecture.code.clinic.ward.api.Arrived;
import dev.cleave.architecture.code.clinic.ward.api.Test;
import dev.cleave.architecture.code.clinic.ward.api.Tested;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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

    record Rest(Duration time, boolean last) {}

    static String again(Test test) {
        return test.name().toLowerCase(Locale.ROOT) + "-again";
    }

    static String giveUp(Test test) {
        return test.name().toLowerCase(Locale.ROOT) + "-deadline";
    }

    @EventHandler
    void on(Arrived event, @Timestamp Instant at) {
        open(Test.BLOOD, event.stay(), at, false);
    }

    @EventHandler
    void on(Tested event, @Timestamp Instant at) {
        open(Test.HEART, event.stay(), at, event.again());
    }

    @EventHandler
    void on(Answered event) {
        waits.close(again(Test.BLOOD), event.stay());
    }

    private void open(Test test, String stay, Instant at, boolean last) {
        Rest rest = new Rest(
                switch (test) {
                    case BLOOD -> times.bloodTest();
                    case HEART -> times.heartTest().plus(Duration.ofSeconds(30));
                },
                last);
        waits.open(rest.last() ? giveUp(test) : again(test), stay, at.plus(rest.time()));
    }
}
