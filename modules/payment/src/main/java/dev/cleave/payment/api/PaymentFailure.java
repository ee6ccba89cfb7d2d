package dev.cleave.payment.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why a request to payment is refused. */
public enum PaymentFailure implements FailureCode {
    /** There is no such payment. */
    PAYMENT_UNKNOWN(FailureKind.UNKNOWN),
    /** The payment was asked for before, with another amount or token. */
    PAYMENT_DIFFERS(FailureKind.CONFLICT),
    /** The refund was asked for before, with another amount. */
    REFUND_DIFFERS(FailureKind.CONFLICT),
    /** The provider reports on what it was never asked. */
    REPORT_UNEXPECTED(FailureKind.CONFLICT),
    /** Nothing of the payment needs a person's attention. */
    NOTHING_TO_SETTLE(FailureKind.CONFLICT),
    /** What needed attention was settled with the other outcome. */
    SETTLED_OTHERWISE(FailureKind.CONFLICT),
    /** There is no such status of a payment. */
    MALFORMED_STATUS(FailureKind.MALFORMED),
    /** A provider's report can't be understood. */
    REPORT_MALFORMED(FailureKind.MALFORMED);

    private final FailureKind kind;

    PaymentFailure(FailureKind kind) {
        this.kind = kind;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }
}
