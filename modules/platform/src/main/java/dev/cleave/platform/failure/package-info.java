/** Failures as values: the same code, message and details whether the command was handled in this process or behind the wire. */
@NullMarked
package dev.cleave.platform.failure;

import org.jspecify.annotations.NullMarked;
