package dev.cleave.notification.api;

import org.axonframework.serialization.Revision;

/** A customer was told: the mail server took the mail. */
@Revision("1")
public record NoticeSent(NoticeId notice, String order) implements NoticeStep {}
