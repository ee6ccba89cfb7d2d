package dev.cleave.notification.api;

import org.axonframework.serialization.Revision;

/** There is no mail server: the outbox has the mail, and that is all that becomes of it. */
@Revision("1")
public record NoticeKept(NoticeId notice, String order) implements NoticeStep {}
