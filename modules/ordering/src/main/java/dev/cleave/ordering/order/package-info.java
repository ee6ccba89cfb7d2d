/** The order: what may happen to it, and the desk that takes callers' wishes about it. */
@NullMarked
package dev.cleave.ordering.order;

import org.jspecify.annotations.NullMarked;
