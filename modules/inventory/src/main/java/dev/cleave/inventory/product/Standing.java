package dev.cleave.inventory.product;

import java.util.Locale;

/** How a product stands in the catalogue. */
public enum Standing {
    FOR_SALE,
    /** No longer for sale; what is under way still arrives, and what was sold still comes back. */
    RETIRED,
    /** Listed, but inventory has not read so far; it will in a moment. */
    NOT_YET_KNOWN,
    /** Never listed. */
    UNKNOWN;

    /** The standing as it appears in HTTP, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
