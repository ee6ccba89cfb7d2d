/** The published language of inventory: the only types of it that another context may see. */
@NullMarked
package dev.cleave.inventory.api;

import org.jspecify.annotations.NullMarked;
