package dev.cleave.architecture.report;

import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.FailureCode;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.ContextModel.Room;
import dev.cleave.architecture.model.ContextModel.Store;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.ContextMap;
import dev.cleave.architecture.report.Report.Coupling;
import dev.cleave.architecture.report.Report.Crossing;
import dev.cleave.architecture.report.Report.Cycle;
import dev.cleave.architecture.report.Report.EdgeChange;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.MessageChange.Sort;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.report.Report.PassageTraffic;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.architecture.report.Report.Provenance;
import dev.cleave.architecture.report.Report.Readiness;
import dev.cleave.architecture.report.Report.RoundTrip;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.architecture.report.Report.Unit;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Granted;
import dev.cleave.architecture.rule.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reports to try forms on: of a small shop, with everything in it that a report can hold. */
public final class SampleReport {

    private static final String ORDERING = "shop.ordering.api.";
    private static final String STOCK = "shop.stock.api.";
    private static final String BILLING = "shop.billing.api.";

    private SampleReport() {}

    /** Of a shop whose laws are broken in places, compared with an earlier report, with a run's traffic. */
    public static Report broken() {
        List<RuleResult> rules = List.of(
                rule("contexts-meet-in-published-language", "Commands and events only", Outcome.FAILED,
                        "A context depends on no other's internals",
                        "What another context may change tomorrow without asking can't be built on.",
                        map("classes", 212, "dependencies", 3120),
                        List.of(
                                new Violation(
                                        at("shop.ordering.order.Orders", "total(Order)", "ordering/order/Orders", 57),
                                        "Orders.total(Order) calls shop.stock.shelf.Shelf.find(String), which is internal to stock.",
                                        "Learn what is needed from stock's events, or have stock publish it in shop.stock.api."),
                                new Violation(
                                        at("shop.ordering.order.Order", null, "ordering/order/Order", 12),
                                        "Order has a field of type List<shop.stock.shelf.Shelf>, which is internal to stock.",
                                        "Keep stock's identifier instead.")),
                        List.of(), List.of()),
                rule("no-query-crosses", "Commands and events only", Outcome.PASSED,
                        "A query never leaves its context",
                        "Who asks another context waits for it, and fails with it.",
                        map("queries", 6), List.of(), List.of(), List.of()),
                rule("aggregates-call-no-one", "Events are the only truth", Outcome.FROZEN,
                        "An aggregate reads no clock, does no I/O and calls no one",
                        "Its state could not be rebuilt from its events.",
                        map("aggregates", 3),
                        List.of(),
                        List.of(new Violation(
                                at("shop.billing.Invoice", "on(OrderPlaced)", "billing/Invoice", 40),
                                "Invoice.on(OrderPlaced) reads the clock.",
                                List.of(
                                        "Invoice.on(OrderPlaced) (modules/billing/src/main/java/shop/billing/Invoice.java:40)",
                                        "Days.due() (Days.java:9)"),
                                "Take the time from the event's timestamp.")),
                        List.of("shop.billing.Invoice#pay(Pay): Invoice.pay(Pay) reads the clock.")),
                rule("sql-touches-own-tables", "Own data", Outcome.EMPTY,
                        "The SQL of a context touches only its own tables",
                        "Whoever reads another's table stops it from ever being changed.",
                        map("statements", 0), List.of(), List.of(), List.of()),
                new RuleResult("waits-have-deadlines", "Every wait ends", "Every wait has a deadline and a way out",
                        "Otherwise an order can hang for ever.", Outcome.NOT_APPLICABLE,
                        map("waits", 0), List.of(), List.of(), List.of(),
                        List.of(new Granted("What shop.billing.play does may take as long as it likes.", "It plays the bank.",
                                List.of(at("shop.billing.play.Bank", "answer()", "billing/play/Bank", 14))))));
        return new Report(
                Report.SCHEMA,
                "Shop",
                new Provenance("https://git.example.org/shop/shop", "4f0c1e2d9a7b46c8b1d35e60f7a8b9c0d1e2f3a4", true,
                        Instant.parse("2026-03-14T09:26:53Z"), texts("Java", "25", "Axon", "4.13.0", "Spring Boot", "4.1.2")),
                new Verdict(false, 5, 1, 2, 1, 2, 212, 8),
                rules,
                contexts(),
                messages(),
                types(),
                waits(),
                map(),
                placements(),
                readiness(),
                List.of(
                        new RoundTrip(ORDERING + "PlaceOrder", null, List.of("Its fields are values.")),
                        new RoundTrip(ORDERING + "OrderPlaced", true, List.of("Its fields are values.", "Its sample was read."))),
                List.of(
                        new Coupling("billing", 0, 0, 1, 0, 1, 1, 0.5),
                        new Coupling("ordering", 0, 1, 1, 2, 1, 1, 0.5),
                        new Coupling("stock", 1, 0, 0, 1, 1, 0, 0.0)),
                new Change(
                        "aa11bb22cc33dd44ee55ff6677889900aabbccdd",
                        Instant.parse("2026-03-01T08:00:00Z"),
                        List.of(
                                new MessageChange(STOCK + "StockReserved", Kind.EVENT, "stock", Sort.INCOMPATIBLE,
                                        List.of("The field until: Instant is gone."), null, true),
                                new MessageChange(ORDERING + "OrderPlaced", Kind.EVENT, "ordering", Sort.INCOMPATIBLE,
                                        List.of("The field total was a BigDecimal and is a Money."),
                                        "The upcaster OrderPlacedUpcaster reads the sample of revision 1.", false),
                                new MessageChange(ORDERING + "PlaceOrder", Kind.COMMAND, "ordering", Sort.COMPATIBLE,
                                        List.of("The field note: String is new and need not be given."), null, false),
                                new MessageChange(BILLING + "InvoiceSent", Kind.EVENT, "billing", Sort.ADDED, List.of(), null,
                                        false)),
                        List.of(new EdgeChange("ordering", "stock", Graph.CODE, true),
                                new EdgeChange("billing", "stock", Graph.MESSAGES, false)),
                        List.of("contexts-meet-in-published-language: modules/ordering/src/main/java/shop/ordering/order/Orders.java:57")),
                new Traffic(
                        "run-2026-03-14.json",
                        List.of(
                                new PassageTraffic(ORDERING + "OrderPlaced", Kind.EVENT, "ordering", "billing", 12_000, false),
                                new PassageTraffic(STOCK + "ReserveStock", Kind.COMMAND, "ordering", "stock", 11_873, true)),
                        List.of(new PlacementTraffic("monolith", 0, 23_873), new PlacementTraffic("split", 23_873, 0)),
                        List.of("Commands are counted where they are handled.")));
    }

    /** Of the same shop with every law kept, without an earlier report, a commit, a time or traffic. */
    public static Report kept() {
        Report broken = broken();
        return new Report(
                Report.SCHEMA,
                broken.system(),
                new Provenance(null, null, false, null, texts("Java", "25")),
                new Verdict(true, 1, 1, 0, 0, 0, 212, 8),
                List.of(broken.rules().get(1)),
                broken.contexts(),
                broken.messages(),
                broken.types(),
                broken.waits(),
                broken.map(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** Of a system in which there is nothing. */
    public static Report empty() {
        return new Report(
                Report.SCHEMA,
                "Nothing",
                new Provenance(null, null, false, null, texts()),
                new Verdict(true, 0, 0, 0, 0, 0, 0, 0),
                List.of(), List.of(), List.of(), List.of(), List.of(),
                new ContextMap(List.of(), List.of(), List.of()),
                List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private static List<ContextModel> contexts() {
        return List.of(
                new ContextModel("billing", "shop.billing", "shop.billing.api", null,
                        List.of(new Room("", null, 6, 2), new Room("api", null, 1, 1)),
                        List.of("shop.billing.Invoice"),
                        List.of(new Processor("billing.invoices", Role.PROCESSOR, null, List.of("shop.billing.Invoices"))),
                        new Store(null, List.of(), List.of(), List.of()), List.of(), List.of(), List.of()),
                new ContextModel("ordering", "shop.ordering", "shop.ordering.api",
                        "Takes orders and sees them through: \"from placed to paid\".",
                        List.of(new Room("api", "What ordering says and hears.", 5, 5), new Room("order", "Orders.", 9, 3)),
                        List.of("shop.ordering.order.Order"),
                        List.of(
                                new Processor("ordering.fulfilment", Role.POLICY, true,
                                        List.of("shop.ordering.order.Fulfilment")),
                                new Processor("ordering.orders", Role.VIEW, false, List.of("shop.ordering.order.OrderView"))),
                        new Store("ordering", List.of("order_line", "order_view"), List.of("dead_letter_entry", "token_entry"),
                                List.of("modules/ordering/src/main/resources/db/ordering/V1__orders.sql")),
                        List.of(),
                        List.of(new FailureCode("order-too-large", "shop.ordering.api.OrderFailure.ORDER_TOO_LARGE",
                                "More lines than one order may have.")),
                        List.of("GET /api/orders/{id}", "POST /api/orders")),
                new ContextModel("stock", "shop.stock", "shop.stock.api", "Knows what is on the shelves.",
                        List.of(new Room("api", null, 3, 3), new Room("shelf", "Shelves.", 4, 0)),
                        List.of("shop.stock.shelf.Shelf"), List.of(),
                        new Store("stock", List.of("shelf"), List.of("token_entry"),
                                List.of("modules/stock/src/main/resources/db/stock/V1__shelves.sql")),
                        List.of(),
                        List.of(new FailureCode("out-of-stock", "shop.stock.api.StockFailure.OUT_OF_STOCK", null)),
                        List.of()));
    }

    private static List<Message> messages() {
        Location fulfilment = at("shop.ordering.order.Fulfilment", "on(OrderPlaced)", "ordering/order/Fulfilment", 21);
        return List.of(
                message(BILLING + "InvoiceSent", Kind.EVENT, "billing", true, false, "1", "An invoice went out.",
                        List.of(field("order", "OrderId", ORDERING + "OrderId"),
                                field("due", "LocalDate", "java.time.LocalDate")),
                        List.of(new Sender("shop.billing.Invoice", "billing", Role.AGGREGATE, null, List.of(),
                                at("shop.billing.Invoice", "send()", "billing/Invoice", 61))),
                        List.of(), List.of(), List.of()),
                message("shop.billing.InvoiceOverdue", Kind.DEADLINE, "billing", false, true, null, null,
                        List.of(),
                        List.of(new Sender("shop.billing.Invoice", "billing", Role.AGGREGATE, null, List.of(),
                                at("shop.billing.Invoice", "send()", "billing/Invoice", 62))),
                        List.of(new Handler("shop.billing.Invoice", "overdue()", "billing", Role.AGGREGATE, null,
                                at("shop.billing.Invoice", "overdue()", "billing/Invoice", 70))),
                        List.of(), List.of()),
                message(ORDERING + "PlaceOrder", Kind.COMMAND, "ordering", true, false, null, "Somebody orders.",
                        List.of(
                                field("order", "OrderId", ORDERING + "OrderId"),
                                field("lines", "List<OrderLine>", "java.util.List", ORDERING + "OrderLine"),
                                field("facts", "Map<String, String>", "java.util.Map", "java.lang.String"),
                                optional("note", "String", "java.lang.String")),
                        List.of(new Sender("shop.ordering.order.OrderController", "ordering", Role.CONTROLLER, null, List.of(),
                                at("shop.ordering.order.OrderController", "place(Request)", "ordering/order/OrderController",
                                        33))),
                        List.of(new Handler("shop.ordering.order.Order", "handle(PlaceOrder)", "ordering", Role.AGGREGATE, null,
                                at("shop.ordering.order.Order", "handle(PlaceOrder)", "ordering/order/Order", 25))),
                        List.of("order-too-large"), List.of(ORDERING + "OrderPlaced")),
                message(ORDERING + "CheckOrder", Kind.COMMAND, "ordering", true, true, null, null,
                        List.of(field("order", "OrderId", ORDERING + "OrderId")),
                        List.of(),
                        List.of(new Handler("shop.ordering.order.Order", "handle(CheckOrder)", "ordering", Role.AGGREGATE, null,
                                at("shop.ordering.order.Order", "handle(CheckOrder)", "ordering/order/Order", 38))),
                        List.of(), List.of()),
                message(ORDERING + "OrderPlaced", Kind.EVENT, "ordering", true, false, "2",
                        "An order was placed; nothing is reserved yet.",
                        List.of(
                                field("order", "OrderId", ORDERING + "OrderId"),
                                field("lines", "List<OrderLine>", "java.util.List", ORDERING + "OrderLine"),
                                field("total", "Money", "org.joda.money.Money"),
                                field("at", "Instant", "java.time.Instant"),
                                optional("channel", "Channel", ORDERING + "Channel"),
                                field("weights", "double[]", "double"),
                                optional("shape", "Shape", "shop.shapes.Shape")),
                        List.of(new Sender("shop.ordering.order.Order", "ordering", Role.AGGREGATE, null, List.of(),
                                List.of(
                                        at("shop.ordering.order.Order", "handle(PlaceOrder)", "ordering/order/Order", 27),
                                        at("shop.ordering.order.Order", "handle(CheckOrder)", "ordering/order/Order", 38)),
                                null)),
                        List.of(
                                new Handler("shop.ordering.order.Order", "on(OrderPlaced)", "ordering", Role.AGGREGATE, null,
                                        at("shop.ordering.order.Order", "on(OrderPlaced)", "ordering/order/Order", 44)),
                                new Handler("shop.ordering.order.Fulfilment", "on(OrderPlaced)", "ordering", Role.POLICY,
                                        "ordering.fulfilment", fulfilment),
                                new Handler("shop.billing.Invoices", "on(OrderPlaced)", "billing", Role.PROCESSOR,
                                        "billing.invoices",
                                        at("shop.billing.Invoices", "on(OrderPlaced)", "billing/Invoices", 18))),
                        List.of(), List.of(STOCK + "ReserveStock")),
                message("shop.ordering.order.FindOrder", Kind.QUERY, "ordering", false, true, null, null,
                        List.of(field("order", "OrderId", ORDERING + "OrderId")),
                        List.of(new Sender("shop.ordering.order.OrderController", "ordering", Role.CONTROLLER, null, List.of(),
                                at("shop.ordering.order.OrderController", "find(String)", "ordering/order/OrderController",
                                        48))),
                        List.of(new Handler("shop.ordering.order.OrderView", "find(FindOrder)", "ordering", Role.VIEW, null,
                                at("shop.ordering.order.OrderView", "find(FindOrder)", "ordering/order/OrderView", 29))),
                        List.of(), List.of()),
                message(STOCK + "ReserveStock", Kind.COMMAND, "stock", true, false, null, "Pieces are to be held for an order.",
                        List.of(field("order", "String", "java.lang.String"), field("pieces", "int", "int")),
                        List.of(new Sender("shop.ordering.order.Fulfilment", "ordering", Role.POLICY, "ordering.fulfilment",
                                List.of(ORDERING + "OrderPlaced"), List.of(fulfilment),
                                at("shop.ordering.order.Wishes", "wish(Order)", "ordering/order/Wishes", 17))),
                        List.of(new Handler("shop.stock.shelf.Shelf", "handle(ReserveStock)", "stock", Role.AGGREGATE, null,
                                at("shop.stock.shelf.Shelf", "handle(ReserveStock)", "stock/shelf/Shelf", 19))),
                        List.of("out-of-stock"), List.of(STOCK + "StockReserved")),
                message(STOCK + "StockReserved", Kind.EVENT, "stock", true, false, "1", "Pieces are held for an order.",
                        List.of(field("order", "String", "java.lang.String"), field("pieces", "int", "int")),
                        List.of(new Sender("shop.stock.shelf.Shelf", "stock", Role.AGGREGATE, null, List.of(),
                                at("shop.stock.shelf.Shelf", "handle(ReserveStock)", "stock/shelf/Shelf", 22))),
                        List.of(new Handler("shop.ordering.order.OrderView", "on(StockReserved)", "ordering", Role.VIEW,
                                "ordering.orders",
                                at("shop.ordering.order.OrderView", "on(StockReserved)", "ordering/order/OrderView", 40))),
                        List.of(), List.of()));
    }

    private static List<Wait> waits() {
        Location opens = at("shop.ordering.order.Waits", "on(OrderPlaced)", "ordering/order/Waits", 31);
        return List.of(
                new Wait("shop.billing.InvoiceOverdue", "billing", List.of(new Wait.Length(null, "PT720H")),
                        List.of(new Wait.Step(List.of(), "shop.billing.Invoice",
                                at("shop.billing.Invoice", "send()", "billing/Invoice", 62))),
                        List.of(), List.of(at("shop.billing.Invoice", "overdue()", "billing/Invoice", 70)), List.of()),
                new Wait("reservation", "ordering", List.of(new Wait.Length("shop.ordering.waits.reservation", "PT1M")),
                        List.of(new Wait.Step(List.of(ORDERING + "OrderPlaced"), "shop.ordering.order.Waits", opens)),
                        List.of(new Wait.Step(List.of(STOCK + "StockReserved"), "shop.ordering.order.Waits",
                                at("shop.ordering.order.Waits", "on(StockReserved)", "ordering/order/Waits", 36))),
                        List.of(at("shop.ordering.order.GiveUp", null, "ordering/order/GiveUp", 9)),
                        List.of(ORDERING + "CheckOrder")));
    }

    private static List<ValueType> types() {
        return List.of(
                new ValueType(ORDERING + "Channel", ValueType.Form.ENUMERATION, "How an order came in.", List.of(),
                        List.of("WEB", "PHONE")),
                new ValueType(ORDERING + "OrderId", ValueType.Form.VALUE, null,
                        List.of(field("value", "String", "java.lang.String")),
                        List.of()),
                new ValueType(ORDERING + "OrderLine", ValueType.Form.RECORD, "A product and how many of it.",
                        List.of(
                                field("sku", "String", "java.lang.String"),
                                field("quantity", "int", "int"),
                                optional("parts", "List<OrderLine>", "java.util.List", ORDERING + "OrderLine")),
                        List.of()));
    }

    private static ContextMap map() {
        return new ContextMap(
                List.of(
                        new MessageEdge("ordering", "billing", List.of(new Passage(ORDERING + "OrderPlaced", Kind.EVENT,
                                List.of("shop.ordering.order.Order"), List.of("shop.billing.Invoices")))),
                        new MessageEdge("ordering", "stock", List.of(new Passage(STOCK + "ReserveStock", Kind.COMMAND,
                                List.of("shop.ordering.order.Fulfilment"), List.of("shop.stock.shelf.Shelf")))),
                        new MessageEdge("stock", "ordering", List.of(new Passage(STOCK + "StockReserved", Kind.EVENT,
                                List.of("shop.stock.shelf.Shelf"), List.of("shop.ordering.order.OrderView"))))),
                List.of(
                        new CodeDependency("billing", "ordering", List.of(ORDERING + "OrderPlaced"), 3,
                                at("shop.billing.Invoices", "on(OrderPlaced)", "billing/Invoices", 18)),
                        new CodeDependency("ordering", "stock", List.of(STOCK + "ReserveStock", STOCK + "StockReserved"), 7,
                                at("shop.ordering.order.Fulfilment", "on(OrderPlaced)", "ordering/order/Fulfilment", 21))),
                List.of(new Cycle(Graph.MESSAGES, List.of("ordering", "stock"), true,
                        "Nobody waits: ordering's command is answered by stock's event.")));
    }

    private static List<Placement> placements() {
        return List.of(
                new Placement("monolith", "All in one process.", "in-process",
                        List.of(new Unit("all", List.of("billing", "ordering", "stock"), 1, "h2")), List.of(), 3),
                new Placement("split", "The shelves apart from the shop.", "axon-server",
                        List.of(
                                new Unit("shop", List.of("billing", "ordering"), 2, "postgresql"),
                                new Unit("warehouse", List.of("stock"), 1, null)),
                        List.of(
                                new Crossing(STOCK + "ReserveStock", Kind.COMMAND, "shop", "ordering", "warehouse", "stock"),
                                new Crossing(STOCK + "StockReserved", Kind.EVENT, "warehouse", "stock", "shop", "ordering")),
                        1));
    }

    private static List<Readiness> readiness() {
        return List.of(
                new Readiness("billing", List.of(
                        new Finding("Has a store of its own", false, List.of("No migrations were found.")),
                        new Finding("Starts alone", null, List.of()))),
                new Readiness("ordering", List.of(
                        new Finding("Uses no other context's types but published ones", false,
                                List.of("Orders.total(Order) uses shop.stock.shelf.Shelf.")),
                        new Finding("Keeps events that it can't handle", true, List.of("ordering.fulfilment keeps them.")))),
                new Readiness("stock", List.of(
                        new Finding("Has a store of its own", true, List.of("stock, with 1 table.")))));
    }

    private static Message message(
            String type,
            Kind kind,
            String context,
            boolean published,
            boolean internal,
            @Nullable String revision,
            @Nullable String summary,
            List<Field> fields,
            List<Sender> senders,
            List<Handler> handlers,
            List<String> failures,
            List<String> leadsTo) {
        String file = type.substring("shop.".length()).replace('.', '/');
        return new Message(type, kind, context, published, internal, revision, summary, fields, senders, handlers, failures,
                leadsTo, at(type, null, file, 7));
    }

    private static Field field(String name, String type, String... raw) {
        return new Field(name, type, List.of(raw), true);
    }

    private static Field optional(String name, String type, String... raw) {
        return new Field(name, type, List.of(raw), false);
    }

    private static RuleResult rule(
            String id,
            String law,
            Outcome outcome,
            String sentence,
            String reason,
            SequencedMap<String, Integer> examined,
            List<Violation> violations,
            List<Violation> frozen,
            List<String> resolved) {
        return new RuleResult(id, law, sentence, reason, outcome, examined, violations, frozen, resolved, List.of());
    }

    private static Location at(String type, @Nullable String member, String file, int line) {
        String context = file.substring(0, file.indexOf('/'));
        return new Location(type, member, "modules/" + context + "/src/main/java/shop/" + file + ".java", line);
    }

    private static SequencedMap<String, Integer> map(Object... entries) {
        SequencedMap<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], (Integer) entries[i + 1]);
        }
        return map;
    }

    private static SequencedMap<String, String> texts(String... entries) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return map;
    }
}
