package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.WashCar;
import org.axonframework.eventhandling.EventHandler;

@Policy("washing")
class Washing {

    private final Commands commands;

    Washing(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(CarParked event) {
        commands.tell(new WashCar(event.car()));
    }
}
