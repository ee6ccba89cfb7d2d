package dev.cleave.notification.api;

import java.util.Map;
import org.axonframework.serialization.Revision;

/**
 * A customer is to be told, or is to be told after all.
 *
 * @param attempt how many times it was asked for by then, 1 or more
 */
@Revision("1")
public record NoticeRequested(
        NoticeId notice, ContactId contact, Occasion occasion, String order, Map<String, String> facts, int attempt)
        implements NoticeStep {

    public NoticeRequested {
        facts = Map.copyOf(facts);
    }
}
