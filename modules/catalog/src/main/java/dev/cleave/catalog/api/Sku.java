package dev.cleave.catalog.api;

import dev.cleave.platform.message.Identifier;

/** A product's stock keeping unit, the shop's own number for it. */
public record Sku(String value) implements Identifier {

    public Sku {
        Identifier.checked(value, "A product's sku");
    }

    @Override
    public String toString() {
        return "product:" + value;
    }
}
