/** Examines a system with rules, and makes the report of it. */
@NullMarked
package dev.cleave.architecture.reporter;

import org.jspecify.annotations.NullMarked;
