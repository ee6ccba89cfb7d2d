package dev.cleave.notification.api;

import java.util.Map;
import org.axonframework.serialization.Revision;

/** A customer is to be told. */
@Revision("1")
public record NoticeRequested(NoticeId notice, ContactId contact, Occasion occasion, String order, Map<String, String> facts) {}
