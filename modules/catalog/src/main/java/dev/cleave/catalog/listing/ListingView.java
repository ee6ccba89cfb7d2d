package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.PriceChanged;
import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.ProductTextChanged;
import dev.cleave.platform.messaging.View;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

@View("listing")
class ListingView {

    private final JdbcClient store;

    ListingView(JdbcClient store) {
        this.store = store;
    }

    @EventHandler
    void on(ProductListed event, @SequenceNumber long version, @Timestamp Instant at) {
        store.sql("""
                        INSERT INTO listing (sku, aggregate_id, version, name, description, sought, amount, currency, retired,
                            listed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        event.sku().value(),
                        event.sku().toString(),
                        version,
                        event.name(),
                        event.description(),
                        Listings.sought(event.sku(), event.name()),
                        event.price().getAmount(),
                        event.price().getCurrencyUnit().getCode(),
                        false,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(PriceChanged event, @SequenceNumber long version) {
        store.sql("UPDATE listing SET amount = ?, currency = ?, version = ? WHERE sku = ?")
                .params(
                        event.price().getAmount(),
                        event.price().getCurrencyUnit().getCode(),
                        version,
                        event.sku().value())
                .update();
    }

    @EventHandler
    void on(ProductTextChanged event, @SequenceNumber long version) {
        store.sql("UPDATE listing SET name = ?, description = ?, sought = ?, version = ? WHERE sku = ?")
                .params(
                        event.name(),
                        event.description(),
                        Listings.sought(event.sku(), event.name()),
                        version,
                        event.sku().value())
                .update();
    }

    @EventHandler
    void on(ProductRetired event, @SequenceNumber long version) {
        store.sql("UPDATE listing SET retired = TRUE, version = ? WHERE sku = ?")
                .params(version, event.sku().value())
                .update();
    }

    @ResetHandler
    void reset() {
        store.sql("DELETE FROM listing").update();
    }
}
