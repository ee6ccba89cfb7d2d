package dev.cleave.ordering.product;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.messaging.LoggedAggregates;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The products that ordering has heard of. */
@Component
public class Products {

    private final JdbcTemplate jdbc;
    private final LoggedAggregates log;

    Products(JdbcTemplate jdbc, LoggedAggregates log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Whether a product was ever listed, also if ordering has not heard of it yet: asks the log of events. */
    public boolean isListed(Sku sku) {
        return log.contains(sku);
    }

    /** Those of the given products that are known, in one query. */
    public Map<Sku, KnownProduct> find(Collection<Sku> skus) {
        Map<Sku, KnownProduct> found = HashMap.newHashMap(skus.size());
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT sku, price, currency, retired FROM known_product WHERE sku = ANY(?)");
                    statement.setArray(1, connection.createArrayOf("VARCHAR", skus.stream().map(Sku::value).toArray()));
                    return statement;
                },
                row -> {
                    Sku sku = new Sku(row.getString(1));
                    CurrencyUnit currency = CurrencyUnit.of(row.getString(3));
                    Money price = Money.of(currency, row.getBigDecimal(2).setScale(currency.getDecimalPlaces()));
                    found.put(sku, new KnownProduct(sku, price, row.getBoolean(4)));
                });
        return found;
    }
}
