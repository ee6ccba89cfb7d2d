/**
 * A payment provider to play with: another company, played in this process. It keeps its own books in a store of its own, and
 * misbehaves as real ones do, by the token it is given. Its ledger is the witness of what was charged.
 */
@NullMarked
package dev.cleave.simulator;

import org.jspecify.annotations.NullMarked;
