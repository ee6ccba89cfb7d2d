/** The gateway that asks the payment provider, and never forgets a question that it left unanswered. */
@NullMarked
package dev.cleave.payment.provider;

import org.jspecify.annotations.NullMarked;
