package dev.cleave.ordering.customer.steps;

import dev.cleave.ordering.api.CustomerId;

import org.axonframework.commandhandling.RoutingKey;

/** Deletes what ordering itself keeps of a customer's name and addresses, and keeps no more of it. Leaves no event. */
public record ForgetCustomer(@RoutingKey CustomerId customer) {}
