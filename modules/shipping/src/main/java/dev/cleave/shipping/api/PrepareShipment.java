package dev.cleave.shipping.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Prepares a shipment. */
public record PrepareShipment(@TargetAggregateIdentifier ShipmentId shipment, RecipientId recipient, Address address, List<Parcel> parcels) {}
