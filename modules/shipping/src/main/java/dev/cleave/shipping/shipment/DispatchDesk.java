package dev.cleave.shipping.shipment;

import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.recipient.Addresses;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Looks up whether a shipment has an address before the shipment decides whether it leaves: without one nothing can. */
@Component
class DispatchDesk {

    private final Repository<Shipment> shipments;
    private final Addresses addresses;

    DispatchDesk(Repository<Shipment> shipments, Addresses addresses) {
        this.shipments = shipments;
        this.addresses = addresses;
    }

    @CommandHandler
    void request(RequestDispatch command) throws Exception {
        Aggregate<Shipment> shipment = shipments.loadOrCreate(command.shipment().toString(), Shipment::new);
        boolean addressed = addresses.of(command.shipment()).isPresent();
        shipment.execute(s -> s.requestDispatch(command, addressed));
    }
}
