package dev.cleave.platform.messaging.garage.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

@Revision("1")
public record CarParked(CarId car) implements ProcessStep {

    @Override
    public String processId() {
        return car.value();
    }
}
