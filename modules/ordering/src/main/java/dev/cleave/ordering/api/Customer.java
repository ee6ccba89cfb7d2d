package dev.cleave.ordering.api;

/** Who orders. Name and e-mail address are personal data: in commands only, and not in the text of this record. */
public record Customer(CustomerId id, String name, String email) {

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
