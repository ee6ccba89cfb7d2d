/** Products and prices. */
@NullMarked
package dev.cleave.catalog;

import org.jspecify.annotations.NullMarked;
