package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.commandhandling.RoutingKey;

/** Deletes what ordering itself keeps of a customer's name and addresses, and keeps no more of it. Leaves no event. */
@Internal
public record ForgetCustomer(@RoutingKey CustomerId customer) {}
