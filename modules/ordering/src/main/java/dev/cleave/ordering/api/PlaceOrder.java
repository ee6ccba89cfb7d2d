package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Places an order; it is priced by the products as ordering knows them. */
public record PlaceOrder(@TargetAggregateIdentifier OrderId order, Customer customer, ShipTo shipTo, List<OrderedLine> lines, String paymentToken) {}
