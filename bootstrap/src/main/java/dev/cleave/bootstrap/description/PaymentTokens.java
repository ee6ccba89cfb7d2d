package dev.cleave.bootstrap.description;

import io.swagger.v3.oas.models.examples.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** An example of an order for each token that the simulated payment provider knows, with what it does then. */
@AutoConfiguration
@ConditionalOnProperty(name = "cleave.payment.provider.adapter", havingValue = "simulator", matchIfMissing = true)
class PaymentTokens {

    private static final Map<String, String> TOKENS = tokens();

    @Bean
    GlobalOpenApiCustomizer ordersByToken() {
        return api -> {
            var orders = api.getPaths().get("/api/ordering/orders");
            if (orders != null) {
                orders.getPost().getRequestBody().getContent().values()
                        .forEach(content -> TOKENS.forEach((token, effect) -> content.addExamples(
                                token, new Example().summary(token + ": the provider " + effect).value(order(token)))));
            }
        };
    }

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("tok_ok", "sets aside, charges and pays back");
        tokens.put("tok_declined", "sets nothing aside");
        tokens.put("tok_timeout", "does as asked and lets the answer get lost");
        tokens.put("tok_flaky", "fails twice on each question, then works");
        tokens.put("tok_twice", "answers, and reports the same again");
        tokens.put("tok_late", "leaves each question pending, and reports later");
        tokens.put("tok_capture_declined", "sets aside, but does not charge");
        tokens.put("tok_refund_declined", "charges, but does not pay back");
        tokens.put("tok_lapses", "sets aside, and reports a second later that it lapsed");
        tokens.put("tok_voided", "sets aside, and reports a second later that it voided it");
        tokens.put("tok_lapses_silently", "sets aside, and says only when it is to charge that it lapsed");
        tokens.put("tok_refund_fails", "pays back, and reports a second later that the bank sent it back");
        tokens.put("tok_charged_back", "charges, and reports a second later that the bank took it back");
        return tokens;
    }

    private static Map<String, Object> order(String token) {
        return Map.of(
                "customer", Map.of("name", "Ada Example", "email", "ada@example.org"),
                "shipTo", Map.of("street", "1 Example Street", "city", "London", "postcode", "EC1A 1AA", "country", "GB"),
                "lines", List.of(Map.of("sku", "85123A", "quantity", 6)),
                "payment", Map.of("token", token));
    }
}
