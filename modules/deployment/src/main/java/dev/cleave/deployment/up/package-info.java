/** {@code up}: all units of a deployment profile on this machine, with what they need, behind one address. */
@NullMarked
package dev.cleave.deployment.up;

import org.jspecify.annotations.NullMarked;
