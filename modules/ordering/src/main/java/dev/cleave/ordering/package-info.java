/** Orders and their way from placed to completed; the owner of the process, and the only context that knows the others. */
@NullMarked
package dev.cleave.ordering;

import org.jspecify.annotations.NullMarked;
