package dev.cleave.architecture.law.data.sqltouchesowntables.nearmiss.orders.desk;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

class Desk {

    private static final String COLUMNS = "id, done";

    List<String> statements(String condition) {
        return List.of(
                "SELECT " + COLUMNS + " FROM purchase WHERE " + condition + " FOR UPDATE",
                "SELECT id FROM purchase" + condition + " ORDER BY id",
                "SELECT EXTRACT(YEAR FROM placed) FROM purchase p, (SELECT id FROM line) AS l WHERE p.id = l.id",
                "WITH late AS (SELECT id FROM purchase) SELECT * FROM late JOIN line ON line.id = late.id",
                "MERGE INTO line USING purchase ON line.id = purchase.id WHEN MATCHED THEN UPDATE SET product = 'FROM shelf'",
                "INSERT INTO orders.line (id) VALUES (?) ON CONFLICT DO UPDATE SET id = excluded.id",
                "SELECT token FROM token_entry WHERE a IS DISTINCT FROM b",
                "Select a product from the shelf",
                "Update the shelf and set it up");
    }

    Object inserted(DataSource store) {
        return new SimpleJdbcInsert(store).withTableName("purchase");
    }

    String hint() {
        return "shelf";
    }
}
