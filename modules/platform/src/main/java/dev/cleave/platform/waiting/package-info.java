/** Waits with an end: rows of a view that a scheduler turns into commands. */
@NullMarked
package dev.cleave.platform.waiting;

import org.jspecify.annotations.NullMarked;
