package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.web.paging.Sequence;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Listings {

    private static final String COLUMNS = "sku, name, description, amount, currency, retired, listed_at";

    private final JdbcClient store;

    Listings(JdbcClient store) {
        this.store = store;
    }

    /** The sequence number of the last event in the list of the product with the given aggregate identifier, or -1. */
    public long version(String aggregateId) {
        return store.sql("SELECT version FROM listing WHERE aggregate_id = ?")
                .param(aggregateId)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** A product as the list shows it, or nothing if it was not listed. */
    public Optional<Listing> find(Sku sku) {
        return store.sql("SELECT " + COLUMNS + " FROM listing WHERE sku = ?")
                .param(sku.value())
                .query(Listings::row)
                .optional();
    }

    /** Listings by sku whose sku or name holds the given text in whatever case, at most {@code count}, after the given sku. */
    List<Listing> search(String text, String after, int count) {
        return store.sql("SELECT " + COLUMNS + " FROM listing WHERE sku > ? AND sought LIKE ? ESCAPE '!' ORDER BY sku LIMIT ?")
                .params(after, pattern(text), count)
                .query(Listings::row)
                .list();
    }

    /** The same by the time of their listing, at most {@code count}, after the given place. */
    List<Listing> search(String text, Sequence sequence, @Nullable Place after, int count) {
        List<Object> values = new ArrayList<>(List.of(pattern(text)));
        String beyond = "";
        if (after != null) {
            beyond = " AND " + sequence.after("listed_at", "sku");
            OffsetDateTime at = after.listedAt().atOffset(ZoneOffset.UTC);
            values.addAll(List.of(at, at, after.sku()));
        }
        values.add(count);
        return store.sql("SELECT " + COLUMNS + " FROM listing WHERE sought LIKE ? ESCAPE '!'" + beyond + " ORDER BY "
                + sequence.by("listed_at", "sku") + " LIMIT ?")
                .params(values)
                .query(Listings::row)
                .list();
    }

    record Place(Instant listedAt, String sku) {}

    /** What the search looks into. */
    static String sought(Sku sku, String name) {
        return lowered(sku.value() + "\n" + name);
    }

    private static String pattern(String text) {
        return "%" + literal(lowered(text)) + "%";
    }

    private static String lowered(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Listing row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Listing(
                new Sku(row.getString("sku")),
                row.getString("name"),
                row.getString("description"),
                Money.of(currency, row.getBigDecimal("amount"), RoundingMode.UNNECESSARY),
                row.getBoolean("retired"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant());
    }
}
