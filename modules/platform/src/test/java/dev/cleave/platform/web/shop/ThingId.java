package dev.cleave.platform.web.shop;

import dev.cleave.platform.message.Identifier;

public record ThingId(String value) implements Identifier {

    public ThingId {
        Identifier.checked(value, "A thing's id");
    }

    @Override
    public String toString() {
        return value;
    }
}
