package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.Wait;
import dev.cleave.architecture.code.clinic.ward.api.AskLaboratory;
import dev.cleave.architecture.code.clinic.ward.api.Discharge;
import dev.cleave.architecture.code.clinic.ward.api.Feed;
import dev.cleave.architecture.code.clinic.ward.api.GiveUpTest;
import dev.cleave.architecture.code.clinic.ward.api.Test;
import java.time.Duration;
import java.util.function.Function;

enum StayWait implements Wait {
    MEAL("meal", StayTimes::betweenMeals, Feed::new),
    STAY("stay", StayTimes::longest, StayWait::discharge),
    BLOOD_AGAIN("blood-again", StayTimes::blood, stay -> new AskLaboratory(stay, Test.BLOOD)),
    BLOOD_DEADLINE("blood-deadline", StayTimes::blood, stay -> new GiveUpTest(stay, Test.BLOOD)),
    HEART_AGAIN("heart-again", times -> times.heartTest().plus(Duration.ofSeconds(30)),
            stay -> new AskLaboratory(stay, Test.HEART)),
    HEART_DEADLINE("heart-deadline", StayTimes::heartTest, stay -> null);

    private final String kind;
    private final Function<StayTimes, Duration> length;
    private final Function<String, Object> wayOut;

    StayWait(String kind, Function<StayTimes, Duration> length, Function<String, Object> wayOut) {
        this.kind = kind;
        this.length = length;
        this.wayOut = wayOut;
    }

    private static Object discharge(String stay) {
        return new Discharge(stay);
    }

    Duration length(StayTimes times) {
        return length.apply(times);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Object command(String subject) {
        return wayOut.apply(subject);
    }
}
