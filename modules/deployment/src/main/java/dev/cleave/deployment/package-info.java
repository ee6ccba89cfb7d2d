/** Deployment profiles: which contexts run in which unit, how often, and on what. */
@NullMarked
package dev.cleave.deployment;

import org.jspecify.annotations.NullMarked;
