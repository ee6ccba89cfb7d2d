package dev.cleave.platform.datastore;

/** The databases that a store may be kept in. */
public enum Database {
    H2("VARBINARY"),
    POSTGRESQL("BYTEA");

    private final String binaryType;

    Database(String binaryType) {
        this.binaryType = binaryType;
    }

    /** What {@code ${binary}} stands for in migrations. */
    public String binaryType() {
        return binaryType;
    }

    static Database of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "A store's URL must begin with jdbc:h2: or jdbc:postgresql:, not " + url.split("[?;]")[0]);
    }
}
