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

    /**
     * What the system's own names begin with. No value that {@link #checked} lets pass begins with it, so nobody outside can give
     * such a name, whatever the system comes to call things by.
     */
    char SYSTEMS = '~';

    String value();

    /** Whether a value is a name of the system's own. */
    static boolean isSystems(String value) {
        return value.length() > 1 && value.charAt(0) == SYSTEMS;
    }

    /**
     * Checks a value where the system gives names too. Requests can't bring one of those: they are refused before anybody asks
     * for them.
     *
     * @return the value
     * @throws IllegalArgumentException if {@link #checked} would throw it for the value without the {@link #SYSTEMS} that it may
     *     begin with
     */
    static String checkedOrSystems(String value, String what) {
        checked(value != null && isSystems(value) ? value.substring(1) : value, what);
        return value;
    }

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
