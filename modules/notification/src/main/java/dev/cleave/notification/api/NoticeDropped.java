package dev.cleave.notification.api;

import org.axonframework.serialization.Revision;

/** A customer could not or must not be told. */
@Revision("1")
public record NoticeDropped(NoticeId notice, String reason) {}
