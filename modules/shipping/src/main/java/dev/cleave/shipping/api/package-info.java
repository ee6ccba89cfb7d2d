/** The published language of shipping: the only types of it that another context may see. */
@NullMarked
package dev.cleave.shipping.api;

import org.jspecify.annotations.NullMarked;
