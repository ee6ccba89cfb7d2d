package dev.cleave.bootstrap.proof.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as a caller sends it. */
public record Order(@Nullable String customer, String name, String email, String street, List<Line> lines, String token) {

    public record Line(String sku, int quantity) {}

    public static Order of(String sku, int quantity) {
        return new Order(
                null, "Ada Example", "ada@example.org", "1 Example Street", List.of(new Line(sku, quantity)), "tok_ok");
    }

    public static Order of(List<Line> lines) {
        return new Order(null, "Ada Example", "ada@example.org", "1 Example Street", lines, "tok_ok");
    }

    public Order and(String sku, int quantity) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(sku, quantity));
        return new Order(customer, name, email, street, more, token);
    }

    public Order paying(String otherToken) {
        return new Order(customer, name, email, street, lines, otherToken);
    }

    public Order by(String otherCustomer) {
        return new Order(otherCustomer, name, email, street, lines, token);
    }

    public Order by(String otherCustomer, String itsName, String itsEmail, String itsStreet) {
        return new Order(otherCustomer, itsName, itsEmail, itsStreet, lines, token);
    }

    public Map<String, Integer> pieces() {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        lines.forEach(line -> pieces.merge(line.sku(), line.quantity(), Integer::sum));
        return pieces;
    }

    /** The body of the request; may be changed. */
    public Map<String, Object> body() {
        Map<String, Object> person = new LinkedHashMap<>();
        if (customer != null) {
            person.put("id", customer);
        }
        person.put("name", name);
        person.put("email", email);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("customer", person);
        body.put("shipTo", new LinkedHashMap<>(
                Map.of("street", street, "city", "Exampleton", "postcode", "EX1 1AM", "country", "GB")));
        body.put("lines", new ArrayList<>(lines));
        body.put("payment", new LinkedHashMap<>(Map.of("token", token)));
        return body;
    }
}
