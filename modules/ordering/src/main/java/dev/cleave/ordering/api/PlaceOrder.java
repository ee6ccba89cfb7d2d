package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Places an order; it is priced by the products as ordering knows them. The same order again changes nothing. */
public record PlaceOrder(
        @TargetAggregateIdentifier OrderId order,
        Customer customer,
        ShipTo shipTo,
        List<OrderedLine> lines,
        String paymentToken) {}
