package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Zipkin;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The one trace of an order, from its request to the shipment that is prepared. */
final class OrderTrace {

    /** What the trace must have, and which context does it. */
    private static final Map<String, String> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("http post /api/ordering/orders", "ordering");
        STEPS.put("placeorder", "ordering");
        STEPS.put("ordering.fulfilment orderplaced", "ordering");
        STEPS.put("reservestock", "inventory");
        STEPS.put("ordering.fulfilment stockreserved", "ordering");
        STEPS.put("authorisepayment", "payment");
        STEPS.put("payment.provider authorisationrequested", "payment");
        STEPS.put("ordering.fulfilment paymentauthorised", "ordering");
        STEPS.put("prepareshipment", "shipping");
        STEPS.put("tellcustomer", "notification");
    }

    private OrderTrace() {}

    /**
     * Waits until Zipkin has it whole.
     *
     * @param services what the process is called that holds a context
     */
    static void awaitIn(Zipkin zipkin, UnaryOperator<String> services) {
        Shop.patiently("the order's trace").untilAsserted(() -> {
            Map<String, Set<String>> seen = new LinkedHashMap<>();
            for (JsonNode trace : zipkin.traces()) {
                if (has(trace, "name", "tellcustomer")) {
                    for (JsonNode span : trace) {
                        seen.computeIfAbsent(span.path("name").asString(), name -> new TreeSet<>())
                                .add(span.at("/localEndpoint/serviceName").asString());
                        assertThat(span.path("parentId").isMissingNode() || has(trace, "id", span.path("parentId").asString()))
                                .as("what has a parent has it here: %s", span).isTrue();
                    }
                }
            }
            assertThat(seen).containsKeys(STEPS.keySet().toArray(String[]::new));
            STEPS.forEach((step, context) -> assertThat(seen.get(step)).as(step).contains(services.apply(context)));
            assertThat(seen.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                    .containsAll(STEPS.values().stream().map(services).toList());
        });
    }

    private static boolean has(JsonNode trace, String field, String value) {
        for (JsonNode span : trace) {
            if (span.path(field).asString("").equals(value)) {
                return true;
            }
        }
        return false;
    }
}
