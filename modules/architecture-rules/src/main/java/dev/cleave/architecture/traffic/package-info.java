/** What was counted in a run, laid on the messages that the code has: what a cut would have cost. */
@NullMarked
package dev.cleave.architecture.traffic;

import org.jspecify.annotations.NullMarked;
