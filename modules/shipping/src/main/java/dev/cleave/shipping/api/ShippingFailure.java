package dev.cleave.shipping.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why shipping refuses a command or a request. */
public enum ShippingFailure implements FailureCode {
    /** There is no shipment of that order. */
    SHIPMENT_UNKNOWN("shipment-unknown", FailureKind.UNKNOWN, false),
    /** A shipment of that order is prepared, but for another recipient or with other parcels. */
    SHIPMENT_PREPARED_OTHERWISE("shipment-prepared-otherwise", FailureKind.CONFLICT, false),
    /** The shipment is cancelled and never leaves. */
    SHIPMENT_CANCELLED("shipment-cancelled", FailureKind.CONFLICT, false),
    /** The shipment leaves or has left with another carrier or tracking number. */
    DISPATCHED_OTHERWISE("dispatched-otherwise", FailureKind.CONFLICT, false),
    /** The shipment has no address any more, because its recipient was erased before anybody asked for its dispatch. */
    ADDRESS_ERASED("address-erased", FailureKind.CONFLICT, false),
    /** Nobody has asked for the shipment's dispatch, so there is nothing to accept or refuse. */
    DISPATCH_NOT_REQUESTED("dispatch-not-requested", FailureKind.CONFLICT, false),
    /** The shipment has left already. */
    SHIPMENT_DISPATCHED("shipment-dispatched", FailureKind.CONFLICT, false),
    /** The shipment has not left yet; once it is paid for, the same command succeeds. */
    SHIPMENT_NOT_DISPATCHED("shipment-not-dispatched", FailureKind.CONFLICT, true),
    /** There is no such status of a shipment. */
    STATUS_UNKNOWN("malformed-status", FailureKind.MALFORMED, false);

    private final String code;
    private final FailureKind kind;
    private final boolean retryable;

    ShippingFailure(String code, FailureKind kind, boolean retryable) {
        this.code = code;
        this.kind = kind;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
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
