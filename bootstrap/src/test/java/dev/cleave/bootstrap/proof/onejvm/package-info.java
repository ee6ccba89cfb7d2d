/** All units of a cut in one JVM, joined by a wire that delays, doubles and loses. */
@NullMarked
package dev.cleave.bootstrap.proof.onejvm;

import org.jspecify.annotations.NullMarked;
