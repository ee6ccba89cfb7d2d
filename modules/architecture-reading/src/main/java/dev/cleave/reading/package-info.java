/** Reads the architecture from the code while the program is built. What reads it does not travel in the program, and nothing there loads this. */
@NullMarked
package dev.cleave.reading;

import org.jspecify.annotations.NullMarked;
