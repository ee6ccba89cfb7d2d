/** The published language of payment: the only types of it that another context may see. */
@NullMarked
package dev.cleave.payment.api;

import org.jspecify.annotations.NullMarked;
