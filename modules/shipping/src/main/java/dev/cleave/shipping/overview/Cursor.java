package dev.cleave.shipping.overview;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.shipping.api.ShippingFailure;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;

/** A place in the list of shipments: after the shipment that was opened then and has this identifier. */
record Cursor(OffsetDateTime openedAt, String shipment) {

    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(OffsetDateTime.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new FailureException(Failure.of(ShippingFailure.CURSOR_UNKNOWN,
                    "Pass as 'after' what the page before gave as 'next', or leave it out to begin at the start."));
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((openedAt + " " + shipment).getBytes(StandardCharsets.UTF_8));
    }
}
