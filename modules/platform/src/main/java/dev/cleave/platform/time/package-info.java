/** Time that a clock which is set, or wrong, can't turn back, stop or let run out. */
@NullMarked
package dev.cleave.platform.time;

import org.jspecify.annotations.NullMarked;
