package dev.cleave.shipping.overview;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.shipping.api.ShippingFailure;
import java.util.Arrays;
import java.util.stream.Collectors;

enum Status {
    PREPARED("prepared"),
    DISPATCH_REQUESTED("dispatch-requested"),
    DISPATCHED("dispatched"),
    DELIVERED("delivered"),
    CANCELLED("cancelled");

    private final String text;

    Status(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Status of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(ShippingFailure.MALFORMED_STATUS,
                        "A shipment's status is one of "
                                + Arrays.stream(values()).map(Status::text).collect(Collectors.joining(", ")) + ".")));
    }
}
