/** Refusals and failures as problem details of RFC 9457, each with a stable code. */
@NullMarked
package dev.cleave.platform.web.problem;

import org.jspecify.annotations.NullMarked;
