package dev.cleave.notification.mail;

import dev.cleave.notification.api.Fact;
import dev.cleave.notification.api.TellCustomer;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the letter for an occasion. */
@Component
class Letters {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FACT = 500;

    /** The letter, whether or not its address is one that a mail can be sent to. */
    Letter write(TellCustomer notice) {
        String name = oneLine(notice.name(), LONGEST_NAME);
        Wording wording = wording(notice.order(), notice);
        return new Letter(name, notice.email(), wording.subject(), """
                %s

                %s

                Kind regards
                Your shop
                """.formatted(name.isEmpty() ? "Hello," : "Hello " + name + ",", wording.body().strip()));
    }

    private record Wording(String subject, String body) {}

    private static Wording wording(String order, TellCustomer notice) {
        Map<String, String> facts = notice.facts();
        return switch (notice.occasion()) {
            case CONFIRMED -> new Wording("Your order " + order + " is confirmed", """
                    thank you for your order %s. It is confirmed, and we are getting it ready.%s
                    We will write again as soon as it is on its way.
                    """.formatted(order, fact(facts, Fact.TOTAL, "\nThe total: %s")));
            case DISPATCHED -> new Wording("Your order " + order + " is on its way", """
                    your order %s has left our warehouse.%s%s
                    """.formatted(
                    order,
                    fact(facts, Fact.CARRIER, "\n\nCarrier: %s"),
                    fact(facts, Fact.TRACKING_NUMBER, "\nTracking number: %s")));
            case REJECTED -> new Wording("We can't fulfil your order " + order, """
                    we are sorry: we can't fulfil your order %s.%s
                    You will not be charged for it.
                    """.formatted(order, reason(facts)));
            case CANCELLED -> new Wording("Your order " + order + " is cancelled", """
                    your order %s is cancelled.%s
                    You will not be charged for it.
                    """.formatted(order, reason(facts)));
            case REFUNDED -> new Wording("Your refund for order " + order, """
                    we have paid back%s for your order %s.
                    It may take a few days until you see it on your account.
                    """.formatted(fact(facts, Fact.AMOUNT, " %s"), order));
        };
    }

    private static String reason(Map<String, String> facts) {
        String reason = facts.getOrDefault(Fact.REASON, "");
        boolean code = reason.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        return fact(Map.of(Fact.REASON, code ? reason.replace('-', ' ') : reason), Fact.REASON, "\nThe reason: %s");
    }

    private static String fact(Map<String, String> facts, String name, String sentence) {
        String value = oneLine(facts.getOrDefault(name, ""), LONGEST_FACT);
        return value.isEmpty() ? "" : sentence.formatted(value);
    }

    /** No line ends, no control or format characters, no runs of blanks, and not too long. */
    static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(longest, line.codePointCount(0, line.length())));
        return line.substring(0, end).strip();
    }
}
