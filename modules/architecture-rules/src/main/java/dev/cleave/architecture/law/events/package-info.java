/** The law: Events are the only truth. */
@NullMarked
package dev.cleave.architecture.law.events;

import org.jspecify.annotations.NullMarked;
