package dev.cleave.platform.messaging.garage.api;

import dev.cleave.platform.message.Identifier;

public record CarId(String value) implements Identifier {

    public CarId {
        Identifier.checked(value, "A car");
    }

    @Override
    public String toString() {
        return value;
    }
}
