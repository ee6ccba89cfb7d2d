package dev.cleave.architecturetests.counterexamples.stores.nearmiss.stock;

import dev.cleave.platform.datastore.DataStores;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class Shelf {

    List<String> names(DataSource own) {
        return new JdbcTemplate(own).queryForList("SELECT name FROM shelf", String.class);
    }

    Object ledger(DataStores stores) {
        return stores.open("ledger", "db/ledger");
    }
}
