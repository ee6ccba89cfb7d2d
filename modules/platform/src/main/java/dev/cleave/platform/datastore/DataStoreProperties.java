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
 * @param durability what a change survives once its caller was answered, in stores on H2
 * @param store what holds for every store that is not named in {@code stores}; {@code {name}} stands for the store's name
 * @param stores settings of single stores, by name: a context's name, or {@code events}; what one leaves out is as in
 *     {@code store}
 */
@ConfigurationProperties("cleave")
public record DataStoreProperties(
        @DefaultValue("./data") Path dataDirectory,
        @DefaultValue("power-cut") Durability durability,
        @DefaultValue Store store,
        @DefaultValue Map<String, Store> stores) {

    /** What a change survives. PostgreSQL has settings of its own for that. */
    public enum Durability {
        /** A power cut: the disk has it. */
        POWER_CUT,
        /** The end of the process, however sudden: the operating system has it, and the disk a second later. */
        PROCESS_END
    }

    private static final int CONNECTIONS = 10;
    private static final int CACHE_SIZE = 16_384;

    /**
     * One data store.
     *
     * @param url JDBC URL; without one, an H2 file in the data directory
     * @param username who signs in
     * @param password their password
     * @param schema the PostgreSQL schema to keep all tables in; created if absent and allowed
     * @param connections the most connections to hold open; 10 if not given
     * @param cacheSize memory for H2's page cache, in kB; 16 MB if not given
     */
    public record Store(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable String schema,
            @Nullable Integer connections,
            @Nullable Integer cacheSize) {

        private Store over(Store others) {
            return new Store(
                    first(url, others.url),
                    first(username, others.username),
                    first(password, others.password),
                    first(schema, others.schema),
                    first(connections, others.connections),
                    first(cacheSize, others.cacheSize));
        }

        private Store named(String name) {
            return new Store(
                    fill(url, name), fill(username, name), fill(password, name), fill(schema, name), connections, cacheSize);
        }

        private static <T> @Nullable T first(@Nullable T own, @Nullable T others) {
            return own != null ? own : others;
        }

        private static @Nullable String fill(@Nullable String text, String name) {
            return text == null ? null : text.replace("{name}", name);
        }

        @Override
        public String toString() {
            return "Store[" + url + "]";
        }
    }

    /** The settings of a store: its own, then those for every store, then the defaults. */
    Store of(String name) {
        Store own = stores.get(name);
        Store given = own == null ? store : own.over(store);
        return given.over(new Store(null, null, null, null, CONNECTIONS, CACHE_SIZE)).named(name);
    }
}
