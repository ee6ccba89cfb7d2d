package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

enum Status {
    AUTHORISING,
    AUTHORISED,
    AUTHORISATION_LOST,
    DECLINED,
    CAPTURING,
    CAPTURED,
    CAPTURE_REFUSED,
    CAPTURE_UNDONE,
    CANCELLING,
    CANCELLED,
    /** Refused a refund without ever having been asked for. */
    UNASKED,
    /** Shown in place of the others where a person has something to settle. */
    NEEDS_ATTENTION;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Status of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(PaymentFailure.MALFORMED_STATUS,
                        "A payment's status is one of "
                                + Arrays.stream(values()).map(Status::text).collect(Collectors.joining(", ")) + ".")));
    }
}
