/** What the files say that the code was written in: where things stand in them, and what was written about them. */
@NullMarked
package dev.cleave.architecture.source;

import org.jspecify.annotations.NullMarked;
