/** A system that waits in all the ways that can be told from code. */
@NullMarked
package dev.cleave.architecture.code.clinic;

import org.jspecify.annotations.NullMarked;
