/** The shipment from prepared to delivered, the requests that command it, and the wait for its delivery. */
@NullMarked
package dev.cleave.shipping.shipment;

import org.jspecify.annotations.NullMarked;
