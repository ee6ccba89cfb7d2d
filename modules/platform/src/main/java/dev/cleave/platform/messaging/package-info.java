/** Commands out and answers back, wherever the other side runs; and by which name a context says what reads events. */
@NullMarked
package dev.cleave.platform.messaging;

import org.jspecify.annotations.NullMarked;
