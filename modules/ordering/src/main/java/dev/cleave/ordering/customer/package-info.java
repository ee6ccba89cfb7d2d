/** Customers, what is known about them in person, and how that is forgotten. */
@NullMarked
package dev.cleave.ordering.customer;

import org.jspecify.annotations.NullMarked;
