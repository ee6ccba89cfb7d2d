/** What the event store promises, tried on both databases. */
@NullMarked
package dev.cleave.platform.eventstore;

import org.jspecify.annotations.NullMarked;
