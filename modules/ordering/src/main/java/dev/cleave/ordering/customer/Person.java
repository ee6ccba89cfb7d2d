package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.ShipTo;

/** Who placed an order and where it goes: personal data. */
public record Person(Customer customer, ShipTo shipTo) {}
