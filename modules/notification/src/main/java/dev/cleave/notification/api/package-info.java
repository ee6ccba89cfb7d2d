/** The published language of notification: the only types of it that another context may see. */
@NullMarked
package dev.cleave.notification.api;

import org.jspecify.annotations.NullMarked;
