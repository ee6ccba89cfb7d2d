package dev.cleave.notification.api;

import org.axonframework.serialization.Revision;

/** A customer was told. */
@Revision("1")
public record NoticeSent(NoticeId notice) {}
