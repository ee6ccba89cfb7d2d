/** A request that is repeated under its key takes effect once and is answered the same. */
@NullMarked
package dev.cleave.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
