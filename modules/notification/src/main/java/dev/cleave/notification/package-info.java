/** Tells customers what happened to their orders, at most once per occasion. */
@NullMarked
package dev.cleave.notification;

import org.jspecify.annotations.NullMarked;
