/** The list of products with their present prices, to be searched and read. */
@NullMarked
package dev.cleave.catalog.listing;

import org.jspecify.annotations.NullMarked;
