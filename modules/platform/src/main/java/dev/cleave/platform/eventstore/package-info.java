/** The history of everything that happened: written by one writer in one order, read by all without a gap. */
@NullMarked
package dev.cleave.platform.eventstore;

import org.jspecify.annotations.NullMarked;
