/** A caller reads what it has just written. */
@NullMarked
package dev.cleave.platform.web.ownwrites;

import org.jspecify.annotations.NullMarked;
