package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What trade sends, as the system's HTTP interface has it. */
final class Bodies {

    private Bodies() {}

    record Price(String amount, String currency) {

        static Price of(BigDecimal amount) {
            return new Price(amount.toPlainString(), "GBP");
        }
    }

    record Product(String sku, String name, Price price) {}

    record Receipt(int quantity, String reference) {}

    record Customer(String id, String name, String email) {}

    record ShipTo(String street, String city, String postcode, String country) {}

    record Payment(String token) {}

    record PlaceOrder(Customer customer, ShipTo shipTo, List<OrderFile.Line> lines, Payment payment) {}

    record Dispatch(String carrier, String trackingNumber) {}

    record Return(List<OrderFile.Line> lines) {

        static Return of(Map<String, Integer> pieces) {
            return new Return(pieces.entrySet().stream().map(e -> new OrderFile.Line(e.getKey(), e.getValue())).toList());
        }
    }
}
