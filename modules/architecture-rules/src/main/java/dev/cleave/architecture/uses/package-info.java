/** Which code uses which: calls with all that they may arrive at, and every other way in which a class needs another. */
@NullMarked
package dev.cleave.architecture.uses;

import org.jspecify.annotations.NullMarked;
