package dev.cleave.payment.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why a request to payment is refused. */
public enum PaymentFailure implements FailureCode {
    /** There is no such payment. */
    PAYMENT_UNKNOWN("payment-unknown", FailureKind.UNKNOWN),
    /** The payment was asked for before, with another amount or token. */
    PAYMENT_DIFFERS("payment-differs", FailureKind.CONFLICT),
    /** The refund was asked for before, with another amount. */
    REFUND_DIFFERS("refund-differs", FailureKind.CONFLICT),
    /** The provider reports on what it was never asked. */
    REPORT_UNEXPECTED("report-unexpected", FailureKind.CONFLICT),
    /** Nothing of the payment needs a person's attention. */
    NOTHING_TO_SETTLE("nothing-to-settle", FailureKind.CONFLICT),
    /** What needed attention was settled with the other outcome. */
    SETTLED_OTHERWISE("settled-otherwise", FailureKind.CONFLICT),
    /** There is no such status of a payment. */
    MALFORMED_STATUS("malformed-status", FailureKind.MALFORMED),
    /** A provider's report can't be understood. */
    REPORT_MALFORMED("report-malformed", FailureKind.MALFORMED);

    private final String code;
    private final FailureKind kind;

    PaymentFailure(String code, FailureKind kind) {
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
