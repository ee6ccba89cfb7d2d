package dev.cleave.platform.datastore;

import dev.cleave.platform.datastore.DataStores.StoreNotAvailable;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has PostgreSQL keep stores apart that share a database: each signs in as a user of its own, who can't read what another keeps. */
final class OthersData {

    /** Each store keeps the versions of its tables in a table of this name. */
    private static final String READABLE = """
            SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = 'schema_history' AND n.nspname <> ?
            AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
            ORDER BY n.nspname""";

    private OthersData() {}

    /**
     * Returns if the store's user can read no other store in the same database.
     *
     * @param given the schema of the store, which need not be there yet; null for the user's usual one
     * @throws StoreNotAvailable otherwise, with what to do
     */
    static void requireOutOfReach(String name, @Nullable String given, DataSource store) {
        JdbcClient jdbc = JdbcClient.create(store);
        String schema = given != null ? given : jdbc.sql("SELECT coalesce(current_schema(), '')").query(String.class).single();
        List<String> readable = jdbc.sql(READABLE).param(schema).query(String.class).list();
        if (!readable.isEmpty()) {
            String user = jdbc.sql("SELECT current_user").query(String.class).single();
            throw new StoreNotAvailable("The data store '" + name + "' signs in as '" + user + "', who can also read the schema '"
                    + String.join("', '", readable)
                    + "' of another store. Give each store a user of its own that can read no other's"
                    + " schema: CREATE ROLE " + schema + " LOGIN PASSWORD '...'; CREATE SCHEMA IF NOT EXISTS " + schema
                    + "; ALTER SCHEMA " + schema + " OWNER TO " + schema
                    + "; the same for each table in it; and set cleave.stores."
                    + name + ".username and .password.");
        }
    }
}
