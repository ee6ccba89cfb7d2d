package dev.cleave.payment.charge;

enum Status {
    UNASKED,
    AUTHORISING,
    AUTHORISED,
    AUTHORISATION_LOST,
    DECLINED,
    CAPTURING,
    CAPTURED,
    CAPTURE_REFUSED,
    CANCELLING,
    CANCELLED
}
