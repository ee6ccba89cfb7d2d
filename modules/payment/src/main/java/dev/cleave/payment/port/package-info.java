/** What payment asks of a payment provider. An adapter in a module of its own implements it for each provider. */
@NullMarked
package dev.cleave.payment.port;

import org.jspecify.annotations.NullMarked;
