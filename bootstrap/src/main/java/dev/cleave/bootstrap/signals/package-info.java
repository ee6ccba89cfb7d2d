/** How a process ends that is asked to. */
@NullMarked
package dev.cleave.bootstrap.signals;

import org.jspecify.annotations.NullMarked;
