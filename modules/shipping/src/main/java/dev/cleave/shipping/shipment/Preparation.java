package dev.cleave.shipping.shipment;

import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.recipient.Addresses;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Keeps a new shipment's address before the shipment is prepared. The aggregate does no I/O and its events hold no address, so
 * this stands before it, in the same unit of work: whenever there is a {@code ShipmentPrepared}, the address has been kept
 * before. If the event does not become durable after all, the command comes again and finds the address to be the same.
 */
@Component
class Preparation {

    private final Repository<Shipment> shipments;
    private final Addresses addresses;

    Preparation(Repository<Shipment> shipments, Addresses addresses) {
        this.shipments = shipments;
        this.addresses = addresses;
    }

    @CommandHandler
    void prepare(PrepareShipment command) throws Exception {
        Aggregate<Shipment> shipment = shipments.loadOrCreate(command.shipment().toString(), Shipment::new);
        if (shipment.invoke(Shipment::isNew)) {
            addresses.keep(command.shipment(), command.recipient(), command.address());
        }
        shipment.execute(s -> s.prepare(command));
    }
}
