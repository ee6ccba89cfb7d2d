/** What payment and its gateway tell each other about a charge. */
@NullMarked
package dev.cleave.payment.charge.steps;

import org.jspecify.annotations.NullMarked;
