package dev.cleave.architecture.law.data.sqltouchesowntables.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

class Desk {

    private static final String COLUMNS = "product, quantity";

    @Caught
    String joins() {
        return "SELECT o.id FROM purchase o, shelf s LEFT JOIN purchase p ON p.id = o.id WHERE s.id = o.id";
    }

    @Caught
    String named(String table) {
        return "SELECT id FROM " + table + " WHERE id = ?";
    }

    @Caught
    String numbered(int year) {
        return "SELECT id FROM purchase_" + year + " WHERE id = ?";
    }

    @Caught
    String[] pieces() {
        return new String[] {"SELECT " + COLUMNS, " FROM shelf"};
    }

    @Caught
    String appended(String table) {
        return new StringBuilder("SELECT id FROM ").append(table).toString();
    }

    @Caught
    String replaced(String table) {
        return "SELECT id FROM $table WHERE id = ?".replace("$table", table);
    }

    @Caught
    String locked() {
        return "LOCK TABLE shelf IN EXCLUSIVE MODE";
    }

    @Caught
    String gone() {
        return "DELETE FROM draft WHERE id = ?";
    }

    @Caught
    String inside() {
        return """
                UPDATE purchase SET done = TRUE
                WHERE id IN (SELECT id FROM stock.shelf)""";
    }

    @Caught
    Object inserted(DataSource store) {
        return new SimpleJdbcInsert(store)
                .withTableName("shelf")
                .usingGeneratedKeyColumns("id");
    }
}
