/** What shipping tells its shipments itself. */
@NullMarked
package dev.cleave.shipping.shipment.steps;

import org.jspecify.annotations.NullMarked;
