/** Each notice from requested to sent or dropped, and the pauses between attempts. */
@NullMarked
package dev.cleave.notification.notice;

import org.jspecify.annotations.NullMarked;
