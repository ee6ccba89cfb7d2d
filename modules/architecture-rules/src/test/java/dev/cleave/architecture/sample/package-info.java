/** A small system in Axon's usual style for the reader of models to read: two contexts, and messages that nobody owns. */
@NullMarked
package dev.cleave.architecture.sample;

import org.jspecify.annotations.NullMarked;
