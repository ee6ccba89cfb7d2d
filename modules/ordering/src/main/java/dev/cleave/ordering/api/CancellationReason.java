package dev.cleave.ordering.api;

import java.util.Locale;

/** Why an order was called off. */
public enum CancellationReason {
    BY_CUSTOMER,
    NOT_DISPATCHED_IN_TIME,
    CHARGE_REFUSED,
    CHARGE_TIMED_OUT,
    AUTHORISATION_LOST,
    RESERVATION_LOST,
    /** The customer was erased before the order had left. */
    CUSTOMER_ERASED,
    /** The address is gone, and nobody erased the customer; older orders have it for an erasure too. */
    ADDRESS_ERASED,
    SHIPMENT_CANCELLED;

    /** The reason as it appears in HTTP and in commands to other contexts, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with the given code, or {@link #SHIPMENT_CANCELLED} if the code is none of ours. */
    public static CancellationReason ofShipment(String code) {
        for (CancellationReason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        return SHIPMENT_CANCELLED;
    }
}
