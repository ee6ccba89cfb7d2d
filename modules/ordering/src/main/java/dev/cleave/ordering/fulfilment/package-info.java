/** How an order gets from placed to completed: what follows from each event, and when a wait ends. */
@NullMarked
package dev.cleave.ordering.fulfilment;

import org.jspecify.annotations.NullMarked;
