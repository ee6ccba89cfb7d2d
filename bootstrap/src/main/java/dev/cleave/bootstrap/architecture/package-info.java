/** Shows of the running program what its architecture is, as the build read it from the code. */
@NullMarked
package dev.cleave.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
