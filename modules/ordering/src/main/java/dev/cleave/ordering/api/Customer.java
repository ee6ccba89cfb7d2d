package dev.cleave.ordering.api;

import dev.cleave.platform.message.MailAddress;

/** Who orders. Name and e-mail address are personal data: in commands only, and not in the text of this record. */
public record Customer(CustomerId id, String name, MailAddress email) {

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
