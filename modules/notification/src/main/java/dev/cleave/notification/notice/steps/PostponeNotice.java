package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The mail did not go out at this attempt, for certain, and may at a later one. */
public record PostponeNotice(@TargetAggregateIdentifier NoticeId notice, int attempt, String reason) {}
