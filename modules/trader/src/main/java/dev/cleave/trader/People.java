package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;

/** Customers who do not exist: the file has numbers only, so name, mail and address are made up from them, ever the same. */
final class People {

    private static final String[] FIRST = {"Ada", "Basil", "Clara", "Dorian", "Edith", "Felix", "Greta", "Hugo", "Iris"};
    private static final String[] LAST = {"Example", "Sample", "Specimen", "Placeholder", "Fictional", "Imaginary", "Nobody"};
    private static final String[] STREET = {"Nowhere Lane", "Imaginary Street", "Example Road", "Made-up Way", "Fiction Row"};
    private static final String[] CITY = {"Exampleton", "Samplebury", "Nonesuch", "Fictionford", "Erewhon"};

    private People() {}

    /** The customer's number as the system takes it; where the file has none, one made up from the invoice's. */
    static String number(OrderFile.Order order) {
        return order.customer().isEmpty() ? "guest-" + Plain.of(order.invoice()) : Plain.of(order.customer());
    }

    /** @param id at most 56 ASCII letters, digits, hyphens and underscores */
    static Bodies.Customer customer(String id) {
        int hash = spread(id);
        String name = FIRST[hash % FIRST.length] + " " + LAST[hash / 16 % LAST.length];
        return new Bodies.Customer(id, name, "customer-" + id + "@example.com");
    }

    static Bodies.ShipTo address(String id, String country) {
        int hash = spread(id);
        return new Bodies.ShipTo(
                1 + hash % 199 + " " + STREET[hash / 8 % STREET.length],
                CITY[hash / 64 % CITY.length],
                "X" + (10 + hash % 90) + " " + (hash / 128 % 10) + "ZZ",
                country);
    }

    private static int spread(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & Integer.MAX_VALUE;
    }
}
