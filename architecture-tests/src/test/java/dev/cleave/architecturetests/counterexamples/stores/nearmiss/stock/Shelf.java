package dev.cleave.architecturetests.counterexamples.stores.nearmiss.stock;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class Shelf {

    List<String> names(DataSource own) {
        return new JdbcTemplate(own).queryForList("SELECT name FROM shelf", String.class);
    }
}
