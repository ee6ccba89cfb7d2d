package dev.cleave.ordering.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why ordering refuses a command. */
public enum OrderingFailure implements FailureCode {
    /** There is no such order. */
    ORDER_UNKNOWN(FailureKind.UNKNOWN),
    /** The order's identifier belongs to an order with another content. */
    ORDER_ID_TAKEN(FailureKind.CONFLICT),
    /** An order names no product. */
    ORDER_WITHOUT_LINES(FailureKind.RULE),
    /** An order has more lines than are taken. */
    TOO_MANY_LINES(FailureKind.RULE),
    /** A quantity, with all lines of its product taken together, is below 1 or above what is taken. */
    QUANTITY_OUT_OF_RANGE(FailureKind.RULE),
    /** A product is listed, but ordering has not heard of it yet; it will in a moment. */
    PRODUCT_NOT_YET_KNOWN(FailureKind.CONFLICT, true),
    /** No product was ever listed under such a sku. */
    PRODUCT_UNKNOWN(FailureKind.RULE),
    /** The product is no longer for sale. */
    PRODUCT_RETIRED(FailureKind.RULE),
    /** The products of an order are priced in several currencies. */
    MIXED_CURRENCIES(FailureKind.RULE),
    /** An order's total is above what is taken. */
    TOTAL_TOO_LARGE(FailureKind.RULE),
    /** Nobody is known by that identifier or mail address. */
    CUSTOMER_UNKNOWN(FailureKind.UNKNOWN),
    /** The customer was erased; their identifier is not used again. */
    CUSTOMER_ERASED(FailureKind.RULE),
    /** The order has left, or was rejected: there is nothing to cancel. */
    ORDER_NOT_CANCELLABLE(FailureKind.CONFLICT),
    /** The order has not arrived, so nothing of it can come back. */
    ORDER_NOT_RETURNABLE(FailureKind.CONFLICT),
    /** A product is to come back that the order never had. */
    PRODUCT_NOT_IN_ORDER(FailureKind.RULE),
    /** More pieces are to come back than were ordered and have not come back yet. */
    RETURN_EXCEEDS_ORDER(FailureKind.RULE),
    /** The return's identifier belongs to a return of other lines. */
    RETURN_ID_TAKEN(FailureKind.CONFLICT),
    /** To a step of the process: the order ended meanwhile, what was done for it is to be undone. */
    ORDER_ENDED(FailureKind.CONFLICT),
    /** An erasure names nobody, or one person in two ways. */
    MALFORMED_ERASURE(FailureKind.MALFORMED),
    /** There is no such status. */
    MALFORMED_STATUS(FailureKind.MALFORMED);

    private final FailureKind kind;
    private final boolean retryable;

    OrderingFailure(FailureKind kind) {
        this(kind, false);
    }

    OrderingFailure(FailureKind kind, boolean retryable) {
        this.kind = kind;
        this.retryable = retryable;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
