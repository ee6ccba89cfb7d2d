package dev.cleave.inventory.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why inventory refuses. */
public enum InventoryFailure implements FailureCode {
    /** No product was ever listed under this sku, so nothing of it can be put on a shelf. */
    PRODUCT_UNKNOWN(FailureKind.UNKNOWN),
    /** The product was listed, but inventory has not heard of it yet; it will in a moment. */
    PRODUCT_NOT_YET_KNOWN(FailureKind.CONFLICT),
    /** The warehouse never had a piece of this product. */
    STOCK_UNKNOWN(FailureKind.UNKNOWN),
    /** The correction would take away pieces that are not there, or are reserved. */
    STOCK_RESERVED(FailureKind.CONFLICT),
    /** The reference was used for the same product with another number of pieces. */
    REFERENCE_REUSED(FailureKind.CONFLICT),
    /** More pieces of one product than a warehouse may hold. */
    QUANTITY_TOO_LARGE(FailureKind.RULE);

    private final FailureKind kind;

    InventoryFailure(FailureKind kind) {
        this.kind = kind;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return this == PRODUCT_NOT_YET_KNOWN;
    }
}
