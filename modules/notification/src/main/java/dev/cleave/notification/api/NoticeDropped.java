package dev.cleave.notification.api;

import org.axonframework.serialization.Revision;

/**
 * A customer could not or must not be told, or it will never be known whether they were.
 *
 * @param reason {@code erased}, {@code address-not-valid}, {@code outcome-unknown}, {@code mail-server-without-smtputf8}, or what the mail server had against it
 */
@Revision("1")
public record NoticeDropped(NoticeId notice, String order, String reason) implements NoticeStep {}
