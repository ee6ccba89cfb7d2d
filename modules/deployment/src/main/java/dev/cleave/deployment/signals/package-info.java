/** How a process ends that is asked to. */
@NullMarked
package dev.cleave.deployment.signals;

import org.jspecify.annotations.NullMarked;
