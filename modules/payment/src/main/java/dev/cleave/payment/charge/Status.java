package dev.cleave.payment.charge;

enum Status {
    UNASKED,
    AUTHORISING,
    AUTHORISED,
    DECLINED,
    CAPTURING,
    CAPTURED,
    CAPTURE_REFUSED,
    CANCELLING,
    CANCELLED
}
