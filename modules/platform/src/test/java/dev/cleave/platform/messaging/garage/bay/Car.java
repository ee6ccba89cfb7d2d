package dev.cleave.platform.messaging.garage.bay;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import dev.cleave.platform.messaging.garage.api.GarageFailure;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.api.TowCar;
import dev.cleave.platform.messaging.garage.api.WashCar;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate(cache = "aggregateCache")
class Car {

    @AggregateIdentifier
    private CarId id;

    private int washed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String park(ParkCar command) {
        if (command.car().value().startsWith("banned")) {
            throw Refusal.of(GarageFailure.CAR_BANNED, "Park elsewhere.", Map.of("car", command.car().value()));
        }
        if (id == null) {
            apply(new CarParked(command.car()));
        }
        return "parked";
    }

    @CommandHandler
    void wash(WashCar command, Bench bench) {
        bench.seen.add((CurrentUnitOfWork.get().parent().isEmpty() ? "root " : "nested ") + Thread.currentThread().getName());
        bench.onWash.accept(command.car());
        if (washed == 0) {
            apply(new CarWashed(command.car(), 1));
            bench.onWashed.accept(command.car());
        }
    }

    @CommandHandler
    void tow(TowCar command, Bench bench) {
        bench.towed.add(command.car());
    }

    @EventSourcingHandler
    void on(CarParked event) {
        id = event.car();
    }

    @EventSourcingHandler
    void on(CarWashed event) {
        washed = event.times();
    }
}
