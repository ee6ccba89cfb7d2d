/** The law: Contexts don't know where they are. */
@NullMarked
package dev.cleave.architecture.law.placement;

import org.jspecify.annotations.NullMarked;
