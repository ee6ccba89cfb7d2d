/** A product on the list: its data, its price, and its end; and the requests that command it. */
@NullMarked
package dev.cleave.catalog.product;

import org.jspecify.annotations.NullMarked;
