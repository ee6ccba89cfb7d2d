/** Which contexts this process holds, and how a context is switched on by that. */
@NullMarked
package dev.cleave.platform.placement;

import org.jspecify.annotations.NullMarked;
