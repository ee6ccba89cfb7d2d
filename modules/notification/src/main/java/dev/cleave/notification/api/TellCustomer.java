package dev.cleave.notification.api;

import dev.cleave.platform.message.Identifier;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells a customer about an occasion of an order, once: taken calmly when repeated, and the first one counts.
 *
 * <p>Name and e-mail address are personal data: in commands only, never in a log, so the command's text form is without them.
 * They are kept with the mail in notification's outbox, and go with {@link EraseContact}.
 *
 * @param order the order's identifier
 * @param facts what the text names, see {@link Fact}
 */
public record TellCustomer(
        @TargetAggregateIdentifier NoticeId notice,
        ContactId contact,
        String name,
        String email,
        Occasion occasion,
        String order,
        Map<String, String> facts) {

    /** The longest that name and e-mail address may be, in characters. */
    public static final int MAX_LENGTH = 1_000;

    public TellCustomer {
        checked(name);
        checked(email);
        Identifier.checked(order, "An order");
        facts = Map.copyOf(facts);
    }

    private static void checked(String part) {
        if (part == null || part.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A customer's name and e-mail address must be given, with at most " + MAX_LENGTH + " characters each");
        }
    }

    @Override
    public String toString() {
        return "TellCustomer[" + notice + ", " + contact + ", " + occasion + "]";
    }
}
