package dev.cleave.shipping.api;

/**
 * Where a shipment goes. Personal data: in commands only, never in an event, and never in a log, so its text form says nothing.
 *
 * @param country an ISO 3166 alpha-2 code
 */
public record Address(String name, String street, String city, String postcode, String country) {

    @Override
    public String toString() {
        return "Address[withheld]";
    }
}
