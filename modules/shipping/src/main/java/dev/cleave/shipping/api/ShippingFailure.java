package dev.cleave.shipping.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why shipping refuses a command or a request. */
public enum ShippingFailure implements FailureCode {
    /** There is no shipment of that order. */
    SHIPMENT_UNKNOWN(FailureKind.UNKNOWN, false),
    /** A shipment of that order is prepared, but for another recipient or with other parcels. */
    SHIPMENT_PREPARED_OTHERWISE(FailureKind.CONFLICT, false),
    /** The shipment is cancelled and never leaves. */
    SHIPMENT_CANCELLED(FailureKind.CONFLICT, false),
    /** The shipment leaves or has left with another carrier or tracking number. */
    DISPATCHED_OTHERWISE(FailureKind.CONFLICT, false),
    /** The shipment has no address any more, because its recipient was erased before anybody asked for its dispatch. */
    ADDRESS_ERASED(FailureKind.CONFLICT, false),
    /** Nobody has asked for the shipment's dispatch, so there is nothing to accept or refuse. */
    DISPATCH_NOT_REQUESTED(FailureKind.CONFLICT, false),
    /** The shipment has left already. */
    SHIPMENT_DISPATCHED(FailureKind.CONFLICT, false),
    /** The shipment has not left yet; once it is paid for, the same command succeeds. */
    SHIPMENT_NOT_DISPATCHED(FailureKind.CONFLICT, true),
    /** There is no such status of a shipment. */
    MALFORMED_STATUS(FailureKind.MALFORMED, false);

    private final FailureKind kind;
    private final boolean retryable;

    ShippingFailure(FailureKind kind, boolean retryable) {
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
