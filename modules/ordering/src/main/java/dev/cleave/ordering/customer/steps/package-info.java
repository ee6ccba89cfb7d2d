/** What ordering tells itself about customers. */
@NullMarked
package dev.cleave.ordering.customer.steps;

import org.jspecify.annotations.NullMarked;
