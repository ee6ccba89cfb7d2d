package dev.cleave.ordering.api;


/** Who orders. Name and e-mail address are personal data: in commands only. */
public record Customer(CustomerId id, String name, String email) {}
