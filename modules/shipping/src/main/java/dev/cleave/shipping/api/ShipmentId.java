package dev.cleave.shipping.api;

import dev.cleave.platform.message.Identifier;

/** A shipment; has the identifier of the order it carries. */
public record ShipmentId(String value) implements Identifier {

    public ShipmentId {
        Identifier.checked(value, "A shipment");
    }

    @Override
    public String toString() {
        return "shipment:" + value;
    }
}
