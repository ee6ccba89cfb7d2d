/** A system in which several send messages that helpers make for them. */
@NullMarked
package dev.cleave.architecture.code.till;

import org.jspecify.annotations.NullMarked;
