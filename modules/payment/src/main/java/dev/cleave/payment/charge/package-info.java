/** What is charged for an order: set aside, then captured or given up, and paid back where it must be. */
@NullMarked
package dev.cleave.payment.charge;

import org.jspecify.annotations.NullMarked;
