package dev.cleave.notification.api;

import dev.cleave.platform.message.Identifier;

/** Whom a notice goes to; has the customer's identifier. */
public record ContactId(String value) implements Identifier {

    public ContactId {
        Identifier.checked(value, "A contact");
    }

    @Override
    public String toString() {
        return "contact:" + value;
    }
}
