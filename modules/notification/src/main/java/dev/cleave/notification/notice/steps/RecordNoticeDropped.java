package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail will never go out. */
public record RecordNoticeDropped(@TargetAggregateIdentifier NoticeId notice, String reason) {}
