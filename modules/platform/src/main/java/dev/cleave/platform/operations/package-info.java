/** Running the system: its defaults, what can be seen of it while it runs, and what can be done to it. */
@NullMarked
package dev.cleave.platform.operations;

import org.jspecify.annotations.NullMarked;
