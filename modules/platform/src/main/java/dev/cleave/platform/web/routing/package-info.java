/** Which handler a request is routed to, by the canonical path alone. */
@NullMarked
package dev.cleave.platform.web.routing;

import org.jspecify.annotations.NullMarked;
