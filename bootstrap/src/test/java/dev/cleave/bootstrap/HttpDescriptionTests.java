package dev.cleave.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.message.Identifier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program says of its own HTTP resources. */
@SpringBootTest(
        classes = Cleave.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "cleave.data-directory=target/http-description-tests/${random.uuid}")
class HttpDescriptionTests {

    private static final Map<String, List<String>> CHANGING = Map.ofEntries(
            Map.entry("post /api/catalog/products", List.of("200", "201")),
            Map.entry("patch /api/catalog/products/{sku}", List.of("200")),
            Map.entry("put /api/catalog/products/{sku}/price", List.of("200")),
            Map.entry("post /api/catalog/products/{sku}/retirement", List.of("200")),
            Map.entry("post /api/inventory/stock/{sku}/receipts", List.of("200", "201")),
            Map.entry("post /api/inventory/stock/{sku}/adjustments", List.of("200", "201")),
            Map.entry("post /api/ordering/orders", List.of("201")),
            Map.entry("post /api/ordering/orders/{order}/cancellation", List.of("200", "202")),
            Map.entry("post /api/ordering/orders/{order}/returns", List.of("200", "202")),
            Map.entry("post /api/ordering/customers/{customer}/erasure", List.of("202")),
            Map.entry("post /api/ordering/erasures", List.of("202")),
            Map.entry("post /api/payment/payments/{orderId}/settlement", List.of("200")),
            Map.entry("post /api/payment/provider-events", List.of("204")),
            Map.entry("post /api/shipping/shipments/{shipment}/dispatch", List.of("200", "202")),
            Map.entry("post /api/shipping/shipments/{shipment}/delivery", List.of("200", "202")));

    private static final Set<String> WITH_ENUMS = Set.of("status", "sequence", "outcome", "occasion", "product");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    private interface Visitor {
        void visit(String operation, JsonNode described);
    }

    @Test
    void everyOperationIsDescribedWithTheStatusesThatItAnswersOnSuccess() {
        Map<String, List<String>> reading = new TreeMap<>();
        Map<String, List<String>> changing = new TreeMap<>();
        operations(api(), (operation, described) -> {
            List<String> successes = described.path("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .sorted()
                    .toList();
            (operation.startsWith("get ") ? reading : changing).put(operation, successes);
        });

        assertThat(changing).containsExactlyInAnyOrderEntriesOf(CHANGING);
        assertThat(reading).containsKey("get /api/ordering/orders/{order}")
                .allSatisfy((operation, successes) -> assertThat(successes).as(operation).containsExactly("200"));
    }

    @Test
    void everyOperationHasASummaryAndIsInOneGroupThatIsExplained() {
        JsonNode api = api();
        Set<String> explained = new HashSet<>();
        api.path("tags").forEach(tag -> {
            assertThat(tag.path("description").asString("")).as("%s", tag).isNotBlank();
            assertThat(explained.add(tag.path("name").asString(""))).as("%s is there once", tag).isTrue();
        });
        operations(api, (operation, described) -> {
            assertThat(described.path("summary").asString("")).as("summary of %s", operation).isNotBlank().doesNotEndWith(".");
            assertThat(described.path("tags").size()).as("groups of %s", operation).isOne();
            assertThat(explained).as("group of %s", operation).contains(described.path("tags").get(0).asString(""));
        });
    }

    @Test
    void theGroupsAreInTheOrderOfTheWork() {
        List<String> groups = new ArrayList<>();
        api().path("tags").forEach(tag -> groups.add(tag.path("name").asString("")));
        assertThat(groups)
                .containsExactly("Products", "Stock", "Orders", "Customers", "Payments", "Shipments", "Mails", "Simulator");
    }

    @Test
    void everyParameterIsDescribedWithAnExample() {
        operations(api(), (operation, described) -> described.path("parameters").forEach(parameter -> {
            String name = operation + " " + parameter.path("name").asString("");
            assertThat(parameter.path("description").asString("")).as("description of %s", name).isNotBlank();
            assertThat(parameter.has("example")).as("example of %s", name).isTrue();
        }));
    }

    @Test
    void everyBodyHasAnExampleOfEachOfItsValues() {
        JsonNode api = api();
        operations(api, (operation, described) -> bodies(described).forEach((body, schema) -> {
            Set<String> missing = new TreeSet<>();
            withoutExample(api, schema, "", missing, Set.of());
            assertThat(missing).as("values without an example in %s of %s", body, operation).isEmpty();
        }));
    }

    @Test
    void everyAnswerOfEveryStatusHasASchemaAndADescription() {
        operations(api(), (operation, described) -> described.path("responses").forEachEntry((status, response) -> {
            String name = status + " of " + operation;
            assertThat(response.path("description").asString("")).as(name).isNotBlank().isNotEqualTo("OK");
            if (status.equals("204")) {
                assertThat(response.has("content")).as(name).isFalse();
            } else {
                assertThat(response.path("content").isEmpty()).as("content of %s", name).isFalse();
                response.path("content").forEach(
                        content -> assertThat(content.path("schema").isEmpty()).as("schema of %s", name).isFalse());
            }
        }));
    }

    @Test
    void everyRefusalNamesItsCodes() {
        operations(api(), (operation, described) -> {
            Set<String> statuses = new TreeSet<>(described.path("responses").propertyNames());
            assertThat(statuses).as(operation).contains("503", "default");
            if (operation.contains("}")) {
                assertThat(statuses).as(operation).containsAnyOf("404", "200", "202");
            }
            described.path("responses").forEachEntry((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    JsonNode examples = response.path("content").path("application/problem+json").path("examples");
                    assertThat(examples.isEmpty()).as("%s of %s", status, operation).isFalse();
                    examples.forEachEntry(
                            (code, example) -> assertThat(example.path("value").path("status").asString("")).isEqualTo(status));
                }
            });
        });
    }

    @Test
    void whatHasFewValuesNamesThem() {
        JsonNode api = api();
        List<String> unnamed = new ArrayList<>();
        operations(api, (operation, described) -> {
            described.path("parameters").forEach(parameter -> {
                if (WITH_ENUMS.contains(parameter.path("name").asString("")) && !parameter.path("schema").has("enum")) {
                    unnamed.add(operation + " " + parameter.path("name").asString(""));
                }
            });
        });
        api.path("components").path("schemas").forEachEntry((name, schema) -> {
            if (!name.equals("Problem")) {
                schema.path("properties").forEachEntry((property, described) -> {
                    if (WITH_ENUMS.contains(property) && described.path("type").toString().contains("string")
                            && !described.has("enum")) {
                        unnamed.add(name + "." + property);
                    }
                });
            }
        });
        assertThat(unnamed).isEmpty();
    }

    @Test
    void anOrderHasAnExampleForEachTokenOfTheSimulatedProviderWhichTheReadmeHasToo() throws Exception {
        List<String> tokens = new ArrayList<>();
        Field token = Class.forName("dev.cleave.simulator.Behaviour").getDeclaredField("token");
        token.setAccessible(true);
        for (Object behaviour : token.getDeclaringClass().getEnumConstants()) {
            tokens.add((String) token.get(behaviour));
        }
        tokens.remove("");

        JsonNode body = api().path("paths").path("/api/ordering/orders").path("post").path("requestBody");
        JsonNode examples = body.path("content").path("application/json").path("examples");
        assertThat(examples.propertyNames()).containsExactlyInAnyOrderElementsOf(tokens).contains("tok_late");
        examples.forEachEntry((name, example) -> {
            assertThat(example.path("summary").asString("")).startsWith(name + ": ");
            assertThat(example.path("value").path("payment").path("token").asString("")).isEqualTo(name);
        });
        assertThat(Files.readString(Path.of("../README.md"))).contains(tokens.stream().map(each -> "`" + each + "`").toList());
    }

    @Test
    void aBodyThatMayBeLeftOutIsNotRequired() {
        Map<String, Boolean> required = new TreeMap<>();
        operations(api(), (operation, described) -> {
            if (described.has("requestBody")) {
                required.put(operation, described.path("requestBody").path("required").asBoolean(false));
            }
        });
        assertThat(required).containsEntry("post /api/ordering/orders/{order}/cancellation", false);
        required.remove("post /api/ordering/orders/{order}/cancellation");
        assertThat(required).containsKey("post /api/ordering/orders").doesNotContainValue(false);
    }

    @Test
    void theBareAddressLeadsToIt() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpRequest bare = HttpRequest.newBuilder(URI.create("http://localhost:" + port)).build();
            assertThat(http.send(bare, HttpResponse.BodyHandlers.ofString()).body()).contains("Swagger UI");
        }
    }

    @Test
    void noTwoTypesShareANameInTheDescription() {
        Map<String, Set<Class<?>>> types = new TreeMap<>();
        mappings.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("dev.cleave"))
                .forEach(method -> {
                    gather(ResolvableType.forMethodReturnType(method.getMethod()), types);
                    for (MethodParameter parameter : method.getMethodParameters()) {
                        gather(ResolvableType.forMethodParameter(parameter), types);
                    }
                });
        assertThat(types).containsKeys("OrderDetails", "ShipmentEntry", "OrderStep");
        assertThat(types).allSatisfy((name, named) -> assertThat(named).as(name).hasSize(1));
    }

    private static void gather(ResolvableType type, Map<String, Set<Class<?>>> types) {
        for (ResolvableType generic : type.getGenerics()) {
            gather(generic, types);
        }
        Class<?> raw = type.toClass();
        if (!raw.isRecord() || !raw.getPackageName().startsWith("dev.cleave") || Identifier.class.isAssignableFrom(raw)) {
            return;
        }
        Schema named = raw.getAnnotation(Schema.class);
        String name = named != null && !named.name().isEmpty() ? named.name() : raw.getSimpleName();
        if (types.computeIfAbsent(name, any -> new HashSet<>()).add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                gather(ResolvableType.forType(component.getGenericType(), type), types);
            }
        }
    }

    private static void operations(JsonNode api, Visitor visitor) {
        api.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, described) -> {
            visitor.visit(method + " " + path, described);
        }));
    }

    /** The request's body and the answers' on success, by name. */
    private static Map<String, JsonNode> bodies(JsonNode described) {
        Map<String, JsonNode> bodies = new TreeMap<>();
        described.path("requestBody").path("content").forEachEntry((type, content) -> bodies.put("request", content));
        described.path("responses").forEachEntry((status, response) -> {
            if (status.startsWith("2")) {
                response.path("content").forEachEntry((type, content) -> bodies.put(status, content));
            }
        });
        bodies.values().removeIf(content -> content.has("example") || content.has("examples"));
        bodies.replaceAll((name, content) -> content.path("schema"));
        return bodies;
    }

    private static void withoutExample(JsonNode api, @Nullable JsonNode schema, String place, Set<String> missing,
            Set<String> seen) {
        if (schema == null || schema.has("example") || schema.has("examples") || schema.has("enum")) {
            return;
        }
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString("").replace("#/components/schemas/", "");
            if (!seen.contains(name)) {
                Set<String> further = new HashSet<>(seen);
                further.add(name);
                withoutExample(api, api.path("components").path("schemas").get(name), place, missing, further);
            }
        } else if (schema.has("properties")) {
            schema.path("properties")
                    .forEachEntry((name, property) -> withoutExample(api, property, place + "." + name, missing, seen));
        } else if (schema.has("items")) {
            withoutExample(api, schema.get("items"), place + "[]", missing, seen);
        } else if (schema.path("type").toString().contains("boolean") || schema.path("format").asString("").equals("date-time")) {
            return;
        } else if (!place.equals(".next")) {
            missing.add(place);
        }
    }

    private JsonNode api() {
        byte[] body = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build()
                .get().uri("/v3/api-docs")
                .exchange()
                .expectStatus().isOk()
                .expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
