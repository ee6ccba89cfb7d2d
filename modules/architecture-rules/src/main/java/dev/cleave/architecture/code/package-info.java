/** The compiled code of a system, where its sources are, and in which conventions it is written. */
@NullMarked
package dev.cleave.architecture.code;

import org.jspecify.annotations.NullMarked;
