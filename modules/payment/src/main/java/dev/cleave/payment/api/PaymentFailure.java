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
