package dev.cleave.shipping.api;

/**
 * Where a shipment goes. Personal data: in commands only, never in an event, and never in a log, so its text form says nothing.
 *
 * @param country an ISO 3166 alpha-2 code
 */
public record Address(String name, String street, String city, String postcode, String country) {

    /** The longest that each part may be, in characters. */
    public static final int MAX_LENGTH = 1_000;

    public Address {
        checked(name);
        checked(street);
        checked(city);
        checked(postcode);
        checked(country);
    }

    private static void checked(String part) {
        if (part == null || part.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "Each part of an address must be given, with at most " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "Address[withheld]";
    }
}
