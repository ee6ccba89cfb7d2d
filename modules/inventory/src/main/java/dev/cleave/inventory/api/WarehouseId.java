package dev.cleave.inventory.api;

import dev.cleave.platform.message.Identifier;

/** A warehouse: the unit in which stock is decided. */
public record WarehouseId(String value) implements Identifier {

    /** The warehouse of a shop that has only one. */
    public static final WarehouseId MAIN = new WarehouseId("main");

    public WarehouseId {
        Identifier.checked(value, "A warehouse");
    }

    @Override
    public String toString() {
        return "warehouse:" + value;
    }
}
