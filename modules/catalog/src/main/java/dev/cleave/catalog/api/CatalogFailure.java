package dev.cleave.catalog.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why catalog refuses. */
public enum CatalogFailure implements FailureCode {
    /** No product was ever listed under this sku. */
    PRODUCT_UNKNOWN("product-unknown", FailureKind.UNKNOWN),
    /** The sku belongs to a product that was listed with other data. */
    PRODUCT_ALREADY_LISTED("product-already-listed", FailureKind.CONFLICT),
    /** The product is no longer for sale, and its sku is not given out again. */
    PRODUCT_RETIRED("product-retired", FailureKind.CONFLICT),
    /** The product's name is empty, or its name or description too long or not plain text. */
    PRODUCT_TEXT_OUT_OF_RANGE("product-text-out-of-range", FailureKind.RULE),
    /** The price is not above zero, or above the highest there may be. */
    PRICE_OUT_OF_RANGE("price-out-of-range", FailureKind.RULE);

    private final String code;
    private final FailureKind kind;

    CatalogFailure(String code, FailureKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }
}
