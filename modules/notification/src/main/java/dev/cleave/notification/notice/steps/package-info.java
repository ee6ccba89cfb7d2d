/** What notification and its gateway tell each other about a notice. */
@NullMarked
package dev.cleave.notification.notice.steps;

import org.jspecify.annotations.NullMarked;
