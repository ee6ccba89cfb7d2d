package dev.cleave.catalog.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why catalog refuses. */
public enum CatalogFailure implements FailureCode {
    /** No product was ever listed under this sku. */
    PRODUCT_UNKNOWN(FailureKind.UNKNOWN),
    /** The sku belongs to a product that was listed with other data. */
    PRODUCT_ALREADY_LISTED(FailureKind.CONFLICT),
    /** The product is no longer for sale, and its sku is not given out again. */
    PRODUCT_RETIRED(FailureKind.CONFLICT),
    /** The product's name is empty, or its name or description too long or not plain text. */
    PRODUCT_TEXT_OUT_OF_RANGE(FailureKind.RULE),
    /** The price is not above zero, or above the highest there may be. */
    PRICE_OUT_OF_RANGE(FailureKind.RULE);

    private final FailureKind kind;

    CatalogFailure(FailureKind kind) {
        this.kind = kind;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }
}
