package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.RunOut;
import dev.cleave.architecture.code.clinic.ward.api.Feed;
import org.springframework.stereotype.Component;

@Component
class Hungry implements RunOut {

    @Override
    public String kind() {
        return Meals.MEAL;
    }

    @Override
    public Object command(String subject) {
        return new Feed(subject);
    }
}
