/** What callers see of orders. */
@NullMarked
package dev.cleave.ordering.overview;

import org.jspecify.annotations.NullMarked;
