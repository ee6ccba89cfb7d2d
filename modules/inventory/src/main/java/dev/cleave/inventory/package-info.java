/** Stock and reservations: an order is reserved whole or not at all, in one decision. */
@NullMarked
package dev.cleave.inventory;

import org.jspecify.annotations.NullMarked;
