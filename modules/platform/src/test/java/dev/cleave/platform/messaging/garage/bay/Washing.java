package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.WashCar;
import org.axonframework.eventhandling.EventHandler;

@Policy("washing")
class Washing {

    private final Commands commands;

    private final Bench bench;

    Washing(Commands commands, Bench bench) {
        this.commands = commands;
        this.bench = bench;
    }

    @EventHandler
    void on(CarParked event) {
        bench.onTell.accept(event.car());
        commands.tell(new WashCar(event.car()));
    }
}
