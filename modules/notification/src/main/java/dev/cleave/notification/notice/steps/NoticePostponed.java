package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeStep;

import org.axonframework.serialization.Revision;

/** This attempt to tell the customer failed; another follows. */
@Revision("1")
public record NoticePostponed(NoticeId notice, String order, int attempt, String reason) implements NoticeStep {}
