/** Contacts and mails: all that is personal, kept apart from events, and what goes to the mail server. */
@NullMarked
package dev.cleave.notification.mail;

import org.jspecify.annotations.NullMarked;
