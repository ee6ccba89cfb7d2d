package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail went out. */
public record RecordNoticeSent(@TargetAggregateIdentifier NoticeId notice) {}
