package dev.cleave.ordering.overview;

import static java.util.stream.Collectors.joining;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderedLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lines in one column, {@code sku quantity [unit-price];…}: an order has one row, however many lines it has. */
final class LinesColumn {

    record Line(Sku sku, int quantity, @Nullable Money unitPrice) {}

    private LinesColumn() {}

    static String priced(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> line.sku().value() + " " + line.quantity() + " " + line.unitPrice().getAmount().toPlainString())
                .collect(joining(";"));
    }

    static String unpriced(List<OrderedLine> lines) {
        return lines.stream().map(line -> line.sku().value() + " " + line.quantity()).collect(joining(";"));
    }

    static List<Line> read(String column, CurrencyUnit currency) {
        if (column.isEmpty()) {
            return List.of();
        }
        return Stream.of(column.split(";"))
                .map(line -> line.split(" "))
                .map(parts -> new Line(
                        new Sku(parts[0]),
                        Integer.parseInt(parts[1]),
                        parts.length > 2 ? Money.of(currency, new BigDecimal(parts[2])) : null))
                .toList();
    }
}
