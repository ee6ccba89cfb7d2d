/** Commands out, events in: how a context sends, reacts and derives, wherever the other side runs. */
@NullMarked
package dev.cleave.platform.messaging;

import org.jspecify.annotations.NullMarked;
