/** What ordering knows of products: their prices and whether they are still for sale. */
@NullMarked
package dev.cleave.ordering.product;

import org.jspecify.annotations.NullMarked;
