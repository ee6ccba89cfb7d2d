/** What ordering tells its orders itself: steps of the way from placed to completed. */
@NullMarked
package dev.cleave.ordering.order.steps;

import org.jspecify.annotations.NullMarked;
