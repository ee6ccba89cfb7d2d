/** Shipments, dispatch and delivery; the shipment alone decides between cancelling and dispatching. */
@NullMarked
package dev.cleave.shipping;

import org.jspecify.annotations.NullMarked;
