package dev.cleave.platform.message;

/**
 * A typed identifier: a record with the one component {@code value}.
 *
 * <p>On the wire, in events and in HTTP it is its plain {@link #value()}, a JSON string. Its {@link Object#toString()
 * toString} puts its kind before it ({@code order:4711}), because Axon routes and stores by that, and an event store knows
 * aggregates by this text alone: an order, its payment and its shipment share a value, and each has a history of its own.
 */
public interface Identifier {

    /** The longest value an identifier may have, in characters. */
    int MAX_LENGTH = 80;

    String value();

    /**
     * Checks a value on its way into an identifier.
     *
     * @return the value
     * @throws IllegalArgumentException if it is empty, longer than {@link #MAX_LENGTH}, or holds anything but ASCII letters,
     *     digits and {@code . _ : -}
     */
    static String checked(String value, String what) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + " must have 1 to " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '.' && c != '_' && c != ':' && c != '-') {
                throw new IllegalArgumentException(what + " may hold only letters, digits and . _ : -");
            }
        }
        return value;
    }
}
