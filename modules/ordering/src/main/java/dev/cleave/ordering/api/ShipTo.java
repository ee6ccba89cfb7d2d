package dev.cleave.ordering.api;

/**
 * Where an order goes. Personal data: in commands only, and not in the text of this record. Country is an ISO 3166 alpha-2
 * code.
 */
public record ShipTo(String street, String city, String postcode, String country) {

    @Override
    public String toString() {
        return "ShipTo[" + country + "]";
    }
}
