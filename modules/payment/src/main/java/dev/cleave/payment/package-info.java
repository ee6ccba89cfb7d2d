/** Authorisation, capture and refund; talks to payment providers. */
@NullMarked
package dev.cleave.payment;

import org.jspecify.annotations.NullMarked;
