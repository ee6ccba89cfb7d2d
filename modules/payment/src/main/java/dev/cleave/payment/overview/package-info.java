/** What became of each payment, for those who ask. */
@NullMarked
package dev.cleave.payment.overview;

import org.jspecify.annotations.NullMarked;
