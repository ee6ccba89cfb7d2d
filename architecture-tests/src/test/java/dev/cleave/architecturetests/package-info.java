/** Where the laws of this house are checked on its code: in which conventions it is written, and what it says of itself. */
@NullMarked
package dev.cleave.architecturetests;

import org.jspecify.annotations.NullMarked;
