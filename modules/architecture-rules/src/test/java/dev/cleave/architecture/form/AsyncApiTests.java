package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiTests {

    private final JsonMapper mapper = new JsonMapper();
    private final JsonNode document = mapper.readTree(AsyncApi.of(SampleReport.broken()));

    static List<Report> reports() {
        return List.of(SampleReport.broken(), SampleReport.kept(), SampleReport.empty(), Awkward.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void followsThePublishedSchema(Report report) {
        assertThat(Schemas.faults(Schemas.asyncApi(), AsyncApi.of(report))).isEmpty();
    }

    @Test
    void publishedSchemaWouldNotTakeAnything() {
        String text = document.toString();
        assertThat(Schemas.faults(Schemas.asyncApi(), text.replace("\"action\":\"send\"", "\"action\":\"shout\""))).isNotEmpty();
        assertThat(Schemas.faults(Schemas.asyncApi(), text.replace("\"type\":\"integer\"", "\"type\":\"int\""))).isNotEmpty();
        assertThat(Schemas.faults(Schemas.asyncApi(), text.replace("x-revision", "revision"))).isNotEmpty();
        assertThat(Schemas.faults(Schemas.asyncApi(), text.replace("$message.header#/correlationId", "header"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void refersToNothingThatIsNotThere(Report report) {
        JsonNode whole = mapper.readTree(AsyncApi.of(report));
        List<String> references = whole.findValuesAsString("$ref");
        if (!report.messages().isEmpty()) {
            assertThat(references).isNotEmpty();
        }
        assertThat(references).allSatisfy(reference -> assertThat(whole.at(reference.substring(1)).isMissingNode()).as(reference)
                .isFalse());
    }

    @Test
    void tellsTheMessagesThatContextsMayExchangeAndNoOther() {
        assertThat(document.path("channels").propertyNames())
                .containsExactly("InvoiceSent", "PlaceOrder", "OrderPlaced", "ReserveStock", "StockReserved");
        assertThat(document.at("/channels/PlaceOrder/address").stringValue()).isEqualTo("shop.ordering.api.PlaceOrder");
        assertThat(document.at("/components/messages/OrderPlaced/x-revision").stringValue()).isEqualTo("2");
        assertThat(document.at("/components/messages/PlaceOrder/x-failures/0").stringValue()).isEqualTo("order-too-large");
        assertThat(document.at("/components/messages/PlaceOrder").has("x-revision")).isFalse();
    }

    @Test
    void tellsWhoSendsAndWhoReceives() {
        assertThat(document.path("operations").propertyNames()).containsExactly(
                "billing-sends-InvoiceSent",
                "ordering-sends-PlaceOrder",
                "ordering-receives-PlaceOrder",
                "ordering-sends-OrderPlaced",
                "billing-receives-OrderPlaced",
                "ordering-receives-OrderPlaced",
                "ordering-sends-ReserveStock",
                "stock-receives-ReserveStock",
                "stock-sends-StockReserved",
                "ordering-receives-StockReserved");
        assertThat(document.at("/operations/ordering-receives-OrderPlaced/x-classes").toString())
                .isEqualTo("[\"shop.ordering.order.Fulfilment\",\"shop.ordering.order.Order\"]");
        assertThat(document.at("/operations/ordering-sends-OrderPlaced/x-places").valueStream().map(JsonNode::stringValue))
                .containsExactly(
                        "modules/ordering/src/main/java/shop/ordering/order/Order.java:27",
                        "modules/ordering/src/main/java/shop/ordering/order/Order.java:38");
        assertThat(document.at("/operations/ordering-sends-OrderPlaced").has("x-perhaps")).isFalse();
        assertThat(document.at("/operations/ordering-sends-ReserveStock/x-perhaps").toString())
                .isEqualTo("[\"shop.ordering.order.Fulfilment\"]");
    }

    @Test
    void tellsWhatMessagesLookLike() {
        JsonNode placed = document.at("/components/messages/OrderPlaced/payload");
        assertThat(placed.at("/properties/order/$ref").stringValue()).isEqualTo("#/components/schemas/OrderId");
        assertThat(placed.at("/properties/lines/items/$ref").stringValue()).isEqualTo("#/components/schemas/OrderLine");
        assertThat(placed.at("/properties/total/properties").propertyNames()).containsExactly("amount", "currency");
        assertThat(placed.at("/properties/at/format").stringValue()).isEqualTo("date-time");
        assertThat(placed.at("/properties/channel").toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Channel\"},{\"type\":\"null\"}]}");
        assertThat(placed.at("/properties/weights").toString()).isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"number\"}}");
        assertThat(placed.at("/properties/shape").toString())
                .isEqualTo("{\"description\":\"The code does not tell what shop.shapes.Shape looks like as JSON.\"}");
        assertThat(placed.path("required").toString()).isEqualTo("[\"order\",\"lines\",\"total\",\"at\",\"weights\"]");
        assertThat(document.at("/components/schemas/OrderId/type").stringValue()).isEqualTo("string");
        assertThat(document.at("/components/schemas/Channel/enum").toString()).isEqualTo("[\"WEB\",\"PHONE\"]");
        assertThat(document.at("/components/schemas/OrderLine/properties/parts/items/$ref").stringValue())
                .isEqualTo("#/components/schemas/OrderLine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "String; {'type':'string'}",
        "UUID; {'type':'string','format':'uuid'}",
        "int; {'type':'integer','format':'int32'}",
        "Long; {'type':'integer','format':'int64'}",
        "BigDecimal; {'type':'number'}",
        "boolean; {'type':'boolean'}",
        "byte[]; {'type':'string','contentEncoding':'base64'}",
        "LocalDate; {'type':'string','format':'date'}",
        "Duration; {'type':'string','format':'duration'}",
        "Set<String>; {'type':'array','items':{'type':'string'},'uniqueItems':true}",
        "Map<String, List<? extends Long>>; {'type':'object','additionalProperties':{'type':'array','items':{'type':'integer','format':'int64'}}}",
        "Optional<Instant>; {'type':['string','null'],'format':'date-time'}",
        "List<List<a.b.Part>>; {'type':'array','items':{'type':'array','items':{'$ref':'#/components/schemas/Part'}}}",
        "Outer.Part; {'$ref':'#/components/schemas/Part'}",
        "List; {'type':'array','items':{'description':'The code does not tell what java.lang.Object looks like as JSON.'}}",
        "T; {'description':'The code does not tell what T looks like as JSON.'}"})
    void knowsTypes(String type, String schema) {
        PayloadSchemas schemas = new PayloadSchemas(List.of(
                new ValueType("a.b.Part", ValueType.Form.RECORD, null, List.of(), List.of())));
        assertThat(schemas.object(List.of(new Field("x", type, List.of(), true))).at("/properties/x").toString())
                .isEqualTo(schema.replace('\'', '"'));
    }

    @Test
    void goesByTheFullNameWhereTwoTypesHaveTheSame() {
        PayloadSchemas schemas = new PayloadSchemas(List.of(
                new ValueType("a.Part", ValueType.Form.RECORD, null, List.of(), List.of()),
                new ValueType("b.Outer$Part", ValueType.Form.ENUMERATION, null, List.of(), List.of("X"))));
        assertThat(schemas.all()).containsOnlyKeys("a.Part", "b.Outer.Part");
        assertThat(schemas.object(List.of(new Field("x", "List<Part>", List.of("java.util.List", "b.Outer$Part"), true)))
                .at("/properties/x/items/$ref").stringValue()).isEqualTo("#/components/schemas/b.Outer.Part");
    }

    @Test
    void keepsMessagesOfOneNameApart() {
        assertThat(mapper.readTree(AsyncApi.of(Awkward.report())).path("channels").propertyNames())
                .containsExactly("end.end", "a-b.end", "a_b.end", ".end");
    }
}
