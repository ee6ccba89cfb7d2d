/** The warehouse, which decides for all its products, and the requests that command it. */
@NullMarked
package dev.cleave.inventory.warehouse;

import org.jspecify.annotations.NullMarked;
