package dev.cleave.platform.datastore;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data stores are.
 *
 * @param dataDirectory where H2 keeps one file per store
 * @param store what holds for every store that is not named in {@code stores}; {@code {name}} stands for the store's name
 * @param stores settings of single stores, by name: a context's name, or {@code events}
 */
@ConfigurationProperties("cleave")
public record DataStoreProperties(
        @DefaultValue("./data") Path dataDirectory, @DefaultValue Store store, @DefaultValue Map<String, Store> stores) {

    /**
     * One data store.
     *
     * @param url JDBC URL; without one, an H2 file in the data directory
     * @param username who signs in
     * @param password their password
     * @param schema the PostgreSQL schema to keep all tables in; created if absent and allowed
     * @param connections the most connections to hold open
     * @param cacheSize memory for H2's page cache, in kB
     */
    public record Store(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable String schema,
            @DefaultValue("10") int connections,
            @DefaultValue("16384") int cacheSize) {

        Store named(String name) {
            return new Store(fill(url, name), fill(username, name), fill(password, name), fill(schema, name), connections, cacheSize);
        }

        private static @Nullable String fill(@Nullable String text, String name) {
            return text == null ? null : text.replace("{name}", name);
        }

        @Override
        public String toString() {
            return "Store[" + url + "]";
        }
    }

    Store of(String name) {
        return stores.getOrDefault(name, store).named(name);
    }
}
