package dev.cleave.ordering.api;

import org.jspecify.annotations.Nullable;

/**
 * Where an order goes. Personal data: in commands only, and not in the text of this record.
 *
 * @param recipient whose name is on the parcel; null for the customer's own
 * @param city empty where the country is one
 * @param postcode empty where the country has none
 * @param country an ISO 3166 alpha-2 code
 */
public record ShipTo(@Nullable String recipient, String street, String city, String postcode, String country) {

    @Override
    public String toString() {
        return "ShipTo[" + country + "]";
    }
}
