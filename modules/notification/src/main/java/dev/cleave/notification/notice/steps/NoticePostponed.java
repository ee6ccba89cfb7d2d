package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeStep;

import org.axonframework.serialization.Revision;

/** A customer was certainly not told at this attempt, and is to be told later. */
@Revision("1")
public record NoticePostponed(NoticeId notice, String order, int attempt, String reason) implements NoticeStep {}
