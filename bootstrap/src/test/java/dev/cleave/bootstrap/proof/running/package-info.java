/** What is started for a proof: the program in one process or cut, and what it runs beside. */
@NullMarked
package dev.cleave.bootstrap.proof.running;

import org.jspecify.annotations.NullMarked;
