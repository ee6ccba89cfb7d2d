package dev.cleave.shipping.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.platform.failure.Refusal;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.ConfirmDelivery;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.RefuseDispatch;
import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShipmentPrepared;
import dev.cleave.shipping.api.ShippingFailure;
import dev.cleave.shipping.shipment.steps.AssumeDelivery;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Shipment", cache = "aggregateCache")
class Shipment {

    private enum Stage {
        UNKNOWN,
        PREPARED,
        DISPATCH_REQUESTED,
        DISPATCHED,
        DELIVERED,
        CANCELLED
    }

    @AggregateIdentifier
    private @Nullable ShipmentId id;

    private Stage stage = Stage.UNKNOWN;
    private @Nullable RecipientId recipient;
    private List<Parcel> parcels = List.of();
    private String carrier = "";
    private String trackingNumber = "";

    /** Whether it has not been heard of, so that its address is worth keeping. */
    boolean isNew() {
        return stage == Stage.UNKNOWN;
    }

    /** Called by {@link Preparation}, which keeps the address. */
    void prepare(PrepareShipment command) {
        switch (stage) {
            case UNKNOWN -> apply(new ShipmentPrepared(command.shipment(), command.recipient(), command.parcels()));
            case CANCELLED -> {}
            default -> {
                if (!command.recipient().equals(recipient) || !command.parcels().equals(parcels)) {
                    throw Refusal.of(ShippingFailure.SHIPMENT_PREPARED_OTHERWISE,
                            "The order's shipment is prepared for another recipient or with other parcels.");
                }
            }
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(CancelShipment command) {
        switch (stage) {
            case UNKNOWN, PREPARED -> apply(new ShipmentCancelled(command.shipment(), command.reason()));
            case DISPATCH_REQUESTED, DISPATCHED ->
                apply(new CancellationRefused(command.shipment(), "The shipment is leaving or has left."));
            case DELIVERED -> apply(new CancellationRefused(command.shipment(), "The shipment has arrived."));
            case CANCELLED -> {}
        }
    }

    /** Called by {@link DispatchDesk}, which knows whether the shipment has an address. */
    void requestDispatch(RequestDispatch command, boolean addressed) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case PREPARED -> {
                if (!addressed) {
                    throw Refusal.of(ShippingFailure.ADDRESS_ERASED,
                            "The shipment's recipient was erased, and its address with them; it is being cancelled, so put its goods"
                                    + " back.");
                }
                apply(new DispatchRequested(command.shipment(), command.carrier(), command.trackingNumber()));
            }
            case DISPATCH_REQUESTED, DISPATCHED, DELIVERED -> {
                if (!command.carrier().equals(carrier) || !command.trackingNumber().equals(trackingNumber)) {
                    throw Refusal.of(ShippingFailure.DISPATCHED_OTHERWISE,
                            "The shipment leaves or has left with another carrier or tracking number; look it up.");
                }
            }
            case CANCELLED -> throw cancelled();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void acceptDispatch(AcceptDispatch command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case PREPARED -> throw notRequested();
            case DISPATCH_REQUESTED -> apply(new ShipmentDispatched(command.shipment(), carrier, trackingNumber));
            case DISPATCHED, DELIVERED -> {}
            case CANCELLED -> throw cancelled();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void refuseDispatch(RefuseDispatch command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case PREPARED -> throw notRequested();
            case DISPATCH_REQUESTED -> apply(new ShipmentCancelled(command.shipment(), command.reason()));
            case DISPATCHED, DELIVERED -> throw Refusal.of(ShippingFailure.SHIPMENT_DISPATCHED,
                    "The shipment has left; its goods can only be returned.");
            case CANCELLED -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirmDelivery(ConfirmDelivery command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case PREPARED, DISPATCH_REQUESTED -> throw Refusal.of(ShippingFailure.SHIPMENT_NOT_DISPATCHED,
                    "The shipment has not left yet; confirm its delivery once it has.");
            case DISPATCHED -> apply(new ShipmentDelivered(command.shipment(), false));
            case DELIVERED -> {}
            case CANCELLED -> throw cancelled();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void assumeDelivery(AssumeDelivery command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case DISPATCHED -> apply(new ShipmentDelivered(command.shipment(), true));
            case PREPARED, DISPATCH_REQUESTED, DELIVERED, CANCELLED -> {}
        }
    }

    private static Refusal unknown() {
        return Refusal.of(ShippingFailure.SHIPMENT_UNKNOWN,
                "There is no shipment of that order; it is prepared once the order is confirmed.");
    }

    private static Refusal cancelled() {
        return Refusal.of(ShippingFailure.SHIPMENT_CANCELLED, "The shipment is cancelled; put its goods back.");
    }

    private static Refusal notRequested() {
        return Refusal.of(ShippingFailure.DISPATCH_NOT_REQUESTED, "Nobody has asked for the shipment's dispatch.");
    }

    @EventSourcingHandler
    void on(ShipmentPrepared event) {
        id = event.shipment();
        stage = Stage.PREPARED;
        recipient = event.recipient();
        parcels = event.parcels();
    }

    @EventSourcingHandler
    void on(DispatchRequested event) {
        stage = Stage.DISPATCH_REQUESTED;
        carrier = event.carrier();
        trackingNumber = event.trackingNumber();
    }

    @EventSourcingHandler
    void on(ShipmentDispatched event) {
        stage = Stage.DISPATCHED;
    }

    @EventSourcingHandler
    void on(ShipmentDelivered event) {
        stage = Stage.DELIVERED;
    }

    @EventSourcingHandler
    void on(ShipmentCancelled event) {
        id = event.shipment();
        stage = Stage.CANCELLED;
    }
}
