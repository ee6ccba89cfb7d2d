/** All shipments as shipping shows them. */
@NullMarked
package dev.cleave.shipping.overview;

import org.jspecify.annotations.NullMarked;
