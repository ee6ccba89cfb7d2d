/** What the warehouse has of each product, and how it came to that. */
@NullMarked
package dev.cleave.inventory.stock;

import org.jspecify.annotations.NullMarked;
