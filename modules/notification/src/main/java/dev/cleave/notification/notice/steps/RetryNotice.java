package dev.cleave.notification.notice.steps;

import dev.cleave.notification.api.NoticeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The pause is over: a postponed mail is to be tried again. */
public record RetryNotice(@TargetAggregateIdentifier NoticeId notice) {}
