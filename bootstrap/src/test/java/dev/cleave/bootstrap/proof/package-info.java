/** Shows from outside, on the packaged program, that it keeps its promises: over HTTP, in its raw stores, and when it is killed. */
@NullMarked
package dev.cleave.bootstrap.proof;

import org.jspecify.annotations.NullMarked;
