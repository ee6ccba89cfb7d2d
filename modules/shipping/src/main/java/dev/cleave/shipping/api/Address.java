package dev.cleave.shipping.api;


/** Where a shipment goes. Personal data: in commands only. Country is an ISO 3166 alpha-2 code. */
public record Address(String name, String street, String city, String postcode, String country) {}
