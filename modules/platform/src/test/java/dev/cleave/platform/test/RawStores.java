package dev.cleave.platform.test;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every open store as it is on disk, to search for what must not be there. */
public final class RawStores {

    private final DataStores stores;

    public RawStores(DataStores stores) {
        this.stores = stores;
    }

    /** The rows that hold a text in any column, as {@code store.table: row}. */
    public List<String> rowsWith(String text) {
        List<String> found = new ArrayList<>();
        for (DataStore store : stores.all()) {
            for (String row : rows(store)) {
                if (row.contains(text)) {
                    found.add(store.name() + "." + row);
                }
            }
        }
        return found;
    }

    private static List<String> rows(DataStore store) {
        JdbcTemplate jdbc = store.jdbcTemplate();
        List<String> rows = new ArrayList<>();
        List<String> tables = jdbc.queryForList("""
                SELECT table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('INFORMATION_SCHEMA', 'information_schema', 'pg_catalog')
                """, String.class);
        for (String table : tables) {
            jdbc.query("SELECT * FROM \"" + table + "\"", row -> {
                StringBuilder text = new StringBuilder(table.toLowerCase(Locale.ROOT)).append(":");
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    text.append(' ')
                            .append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value);
                }
                rows.add(text.toString());
            });
        }
        return rows;
    }
}
