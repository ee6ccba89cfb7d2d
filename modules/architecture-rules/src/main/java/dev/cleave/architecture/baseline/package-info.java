/** Violations that were known when a team took the rules on: frozen, so that only new ones fail. */
@NullMarked
package dev.cleave.architecture.baseline;

import org.jspecify.annotations.NullMarked;
