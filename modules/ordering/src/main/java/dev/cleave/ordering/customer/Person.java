package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.ShipTo;

/**
 * Who placed an order and where it goes: personal data.
 *
 * @param email as it was kept; of an order from before addresses were checked it may be none
 */
public record Person(CustomerId customer, String name, String email, ShipTo shipTo) {

    /** Whose name is on the parcel. */
    public String recipient() {
        return shipTo.recipient() == null ? name : shipTo.recipient();
    }

    @Override
    public String toString() {
        return "Person[" + customer + "]";
    }
}
