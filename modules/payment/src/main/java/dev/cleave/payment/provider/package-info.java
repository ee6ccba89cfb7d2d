/** The port to payment providers, and the gateway that asks them and never forgets a question they left unanswered. */
@NullMarked
package dev.cleave.payment.provider;

import org.jspecify.annotations.NullMarked;
