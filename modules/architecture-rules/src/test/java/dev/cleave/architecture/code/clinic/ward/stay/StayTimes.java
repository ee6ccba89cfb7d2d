package dev.cleave.architecture.code.clinic.ward.stay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

@ConfigurationProperties("clinic.stay")
record StayTimes(
        @DefaultValue("4h") Duration betweenMeals,
        Duration longest,
        @DefaultValue("10m") Duration bloodTest,
        @DefaultValue("PT1H") Duration heartTest,
        @DefaultValue("3") int attempts) {

    Duration blood() {
        return attempts > 1 ? bloodTest.multipliedBy(attempts) : bloodTest;
    }
}
