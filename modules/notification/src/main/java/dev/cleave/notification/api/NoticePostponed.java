package dev.cleave.notification.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.serialization.Revision;

/** A customer was certainly not told at this attempt, and is to be told later. */
@Internal
@Revision("1")
public record NoticePostponed(NoticeId notice, String order, int attempt, String reason) implements NoticeStep {}
