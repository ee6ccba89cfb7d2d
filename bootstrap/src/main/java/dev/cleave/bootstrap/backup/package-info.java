/** Keeping what a one-jar system knows: {@code backup} while it runs, {@code restore} while it does not. */
@NullMarked
package dev.cleave.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
