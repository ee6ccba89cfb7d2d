/** Events in: who reads them, how far each has read, and how replicas share the reading. */
@NullMarked
package dev.cleave.platform.processing;

import org.jspecify.annotations.NullMarked;
