package dev.cleave.platform.datastore;

/** The databases that a store may be kept in. */
public enum Database {
    H2("VARBINARY", "BLOB"),
    POSTGRESQL("BYTEA", "BYTEA");

    private final String binaryType;
    private final String largeBinaryType;

    Database(String binaryType, String largeBinaryType) {
        this.binaryType = binaryType;
        this.largeBinaryType = largeBinaryType;
    }

    /** What {@code ${binary}} stands for in migrations. */
    public String binaryType() {
        return binaryType;
    }

    /** What {@code ${large_binary}} stands for in migrations: more than the mebibyte that H2 takes as one binary value. */
    public String largeBinaryType() {
        return largeBinaryType;
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
