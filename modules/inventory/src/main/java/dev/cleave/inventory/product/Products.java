package dev.cleave.inventory.product;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.messaging.LoggedAggregates;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The products that inventory has heard of. */
@Component
public class Products {

    private final JdbcTemplate store;
    private final LoggedAggregates log;

    Products(JdbcTemplate store, LoggedAggregates log) {
        this.store = store;
        this.log = log;
    }

    /** How a product stands; the log of events is asked only about one that the view does not know. */
    public Standing standing(Sku sku) {
        List<Boolean> retired =
                store.queryForList("SELECT retired FROM known_product WHERE sku = ?", Boolean.class, sku.value());
        if (retired.isEmpty()) {
            return log.contains(sku) ? Standing.NOT_YET_KNOWN : Standing.UNKNOWN;
        }
        return retired.getFirst() ? Standing.RETIRED : Standing.FOR_SALE;
    }
}
