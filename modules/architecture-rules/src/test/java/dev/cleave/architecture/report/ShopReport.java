package dev.cleave.architecture.report;

import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as a real system gives it: a shop of six contexts and some hundred messages, with rules kept, broken, frozen and without object,
 * cycles, profiles, a change and measured traffic. Written down in {@code shop-system.txt} and {@code shop-rules.txt}.
 */
public final class ShopReport {

    private static final String BASE = "com.example.shop.";
    private static final List<String> PLATFORM_TABLES =
            List.of("token_entry", "dead_letter_entry", "idempotent_request", "open_wait");

    private final List<ContextDraft> contexts = new ArrayList<>();
    private final List<MessageDraft> drafts = new ArrayList<>();

    private ShopReport() {}

    /** Everything that a report can hold. */
    public static Report full() {
        return new ShopReport().read().report();
    }

    /** The same system with every rule kept, and nothing to compare with. */
    public static Report kept() {
        Report full = full();
        List<RuleResult> rules = full.rules().stream()
                .map(rule -> new RuleResult(rule.id(), rule.law(), rule.sentence(), rule.reason(), Outcome.PASSED,
                        rule.examined().firstEntry().getValue() == 0 ? examined("things 12") : rule.examined(),
                        List.of(), List.of(), List.of(), List.of()))
                .toList();
        Verdict verdict = new Verdict(true, rules.size(), rules.size(), 0, 0, 0, full.verdict().classes(),
                full.verdict().messages());
        return new Report(Report.SCHEMA, full.system(), full.provenance(), verdict, rules, full.contexts(), full.messages(),
                full.types(), full.waits(), full.map(), full.placements(), full.readiness(), full.roundTrips(),
                full.coupling(), null, null);
    }

    private Report report() {
        List<Message> messages = drafts.stream().map(MessageDraft::message).toList();
        List<MessageEdge> edges = edges(messages);
        List<CodeDependency> code = List.of(
                needs("inventory", "catalog", 61, "Sku"),
                needs("shipping", "catalog", 14, "Sku"),
                needs("ordering", "catalog", 48, "Sku", "ProductListed", "PriceChanged", "ProductRetired"),
                needs("ordering", "inventory", 35, "ReserveStock", "ReservationId", "StockReserved", "StockLine", "WarehouseId"),
                needs("ordering", "payment", 52, "AuthorisePayment", "CapturePayment", "PaymentId", "PaymentAuthorised"),
                needs("ordering", "shipping", 44, "PrepareShipment", "ShipmentId", "ShipmentDispatched", "Address"),
                needs("ordering", "notification", 23, "TellCustomer", "ContactId", "Occasion"),
                needs("shipping", "ordering", 1, "OrderId"));
        List<RuleResult> rules = rules();
        List<Placement> placements = placements(edges);
        return new Report(Report.SCHEMA, "Sample shop", provenance(), verdict(rules, messages.size()), rules,
                contexts.stream().map(ContextDraft::context).toList(), messages, types(), waits(),
                new ContextMap(edges, code, cycles()), placements, readiness(), roundTrips(messages),
                coupling(edges, code), change(),
                traffic(edges));
    }

    private static List<Wait> waits() {
        return List.of(
                wait("delivery", "shipping", "delivery", "P14D", "shipping.ShipmentDispatched", "shipping.ShipmentDelivered",
                        "shipping.AssumeDelivery"),
                wait("dispatch", "ordering", "dispatch", "P14D", "ordering.OrderConfirmed", "ordering.OrderShipped",
                        "ordering.GiveUpDispatch"),
                wait("payment", "ordering", "payment", "PT2M", "ordering.OrderReserved", "ordering.OrderConfirmed",
                        "ordering.GiveUpPayment"),
                new Wait("return", "ordering", List.of(),
                        List.of(new Wait.Step(List.of(), BASE + "ordering.returns.ReturnsDesk",
                                at("ordering.returns.ReturnsDesk", "ask", 44))),
                        List.of(), List.of(), List.of()));
    }

    private static Wait wait(
            String kind, String context, String setting, String value, String opened, String closed, String sent) {
        return new Wait(kind, context, List.of(new Wait.Length("shop." + context + ".waits." + setting, value)),
                List.of(step(context, opened)), List.of(step(context, closed)),
                List.of(at(context + ".waits.WaysOut", kind + "RunOut", line(kind))), List.of(message(sent)));
    }

    private static Wait.Step step(String context, String on) {
        return new Wait.Step(List.of(message(on)), BASE + context + ".waits.OpenWaits",
                at(context + ".waits.OpenWaits", "on", line(on)));
    }

    private static String message(String named) {
        return type(named.split("\\.")[0], named.split("\\.")[1]);
    }

    private static List<ValueType> types() {
        return List.of(
                new ValueType(type("ordering", "OrderId"), ValueType.Form.VALUE, "The identifier of an order.",
                        List.of(new Message.Field("value", "String", List.of("java.lang.String"), true)), List.of()),
                new ValueType(type("ordering", "OrderLine"), ValueType.Form.RECORD,
                        "A line of an order with the price it was taken at.",
                        List.of(new Message.Field("sku", "Sku", List.of("Sku"), true),
                                new Message.Field("quantity", "int", List.of("int"), true),
                                new Message.Field("unitPrice", "Money", List.of("Money"), true)),
                        List.of()),
                new ValueType(type("ordering", "CancellationReason"), ValueType.Form.ENUMERATION, "Why an order was cancelled.",
                        List.of(),
                        List.of("ASKED_BY_CUSTOMER", "CHARGE_REFUSED", "NOT_DISPATCHED_IN_TIME", "ADDRESS_ERASED")));
    }

    private static Provenance provenance() {
        SequencedMap<String, String> versions = new LinkedHashMap<>();
        versions.put("Sample shop", "2.7.0-SNAPSHOT");
        versions.put("Java", "25.0.3");
        versions.put("Spring Boot", "4.1.2");
        versions.put("Axon Framework", "4.13.0");
        versions.put("ArchUnit", "1.5.0");
        return new Provenance("https://example.com/sample-shop", "3f9c2ab0d4e17765a1c09be2f3d85c1e7a604b52", true,
                Instant.parse("2026-03-04T05:06:07Z"), versions);
    }

    private static Verdict verdict(List<RuleResult> rules, int messages) {
        return new Verdict(false, rules.size(), count(rules, Outcome.PASSED) + count(rules, Outcome.NOT_APPLICABLE),
                count(rules, Outcome.FAILED) + count(rules, Outcome.EMPTY), count(rules, Outcome.FROZEN),
                rules.stream().mapToInt(rule -> rule.violations().size()).sum(), 645, messages);
    }

    private static int count(List<RuleResult> rules, Outcome outcome) {
        return (int) rules.stream().filter(rule -> rule.outcome() == outcome).count();
    }

    private static List<RuleResult> rules() {
        return lines("shop-rules.txt").stream().map(line -> {
            String[] part = line.split(" \\| ");
            Outcome outcome = Outcome.valueOf(part[2].toUpperCase(Locale.ROOT).replace('-', '_'));
            return new RuleResult(part[0], part[1], part[4], part[5], outcome, examined(part[3]),
                    outcome == Outcome.FAILED ? violations(part[0]) : List.of(),
                    outcome == Outcome.FROZEN ? violations(part[0]) : List.of(),
                    outcome == Outcome.FROZEN ? List.of(BASE + "payment.charge.Charges: is public, but no other room uses it")
                            : List.of(),
                    part[0].equals("gateways-only") ? granted() : List.of());
        }).toList();
    }

    private static List<Granted> granted() {
        return List.of(new Granted("What " + BASE + "payment.simulator does counts as done outside.",
                "The simulated payment provider is another company.",
                List.of(at("payment.simulator.Webhook", "call", 41), at("payment.simulator.Webhook", "callAgain", 66))));
    }

    private static SequencedMap<String, Integer> examined(String text) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        for (String entry : text.split(", ")) {
            examined.put(entry.split(" ")[0].replace('-', ' '), Integer.valueOf(entry.split(" ")[1]));
        }
        return examined;
    }

    private static List<Violation> violations(String rule) {
        return switch (rule) {
            case "no-foreign-beans" -> List.of(new Violation(
                    at("ordering.fulfilment.Fulfilment", "<init>", 47),
                    "Fulfilment of ordering is given Warehouses, a bean of inventory.",
                    List.of(BASE + "ordering.fulfilment.Fulfilment", BASE + "inventory.warehouse.Warehouses"),
                    "Send ReserveStock instead, and react to StockReserved and ReservationRefused."));
            case "sql-own-tables" -> List.of(
                    new Violation(at("ordering.overview.OrdersView", "find", 118),
                            "The statement reads listing, a table of catalog.",
                            List.of(BASE + "ordering.overview.OrdersView#find", BASE + "ordering.overview.OrdersView#select",
                                    "SELECT o.order_id, l.name FROM order_overview o JOIN listing l ON l.sku = o.sku"),
                            "Keep the name in ordering's own known_product table, from ProductListed."),
                    new Violation(new Location(BASE + "shipping.ShippingContext", null,
                            "modules/shipping/src/main/resources/db/shipping/V2__recipient.sql", 14),
                            "The migration adds a foreign key to personal_data, a table of ordering.",
                            "Take the constraint out; the recipient is told to shipping by PrepareShipment."));
            case "no-personal-data-in-events" -> List.of(new Violation(
                    at("ordering.api.OrderPlaced", "email", 12),
                    "OrderPlaced holds email, which is personal data.",
                    "Carry it in the command, and keep it in the table personal_data, keyed by customer."));
            default -> List.of(
                    new Violation(at("payment.provider.ProviderCalls", null, 21),
                            "ProviderCalls is public, but no other room of payment uses it.", "Make it package-private."),
                    new Violation(at("notification.mail.MailSettings", null, 9),
                            "MailSettings is public, but no other room of notification uses it.", "Make it package-private."));
        };
    }

    private static List<MessageEdge> edges(List<Message> messages) {
        Map<String, Map<String, Passage>> found = new TreeMap<>();
        for (Message message : messages) {
            for (Message.Sender sender : message.senders()) {
                for (Message.Handler handler : message.handlers()) {
                    if (!sender.context().equals(handler.context())) {
                        found.computeIfAbsent(sender.context() + ">" + handler.context(), edge -> new TreeMap<>())
                                .merge(message.type(),
                                        new Passage(message.type(), message.kind(), List.of(sender.type()),
                                                List.of(handler.type())),
                                        ShopReport::joined);
                    }
                }
            }
        }
        return found.entrySet().stream()
                .map(edge -> new MessageEdge(edge.getKey().split(">")[0], edge.getKey().split(">")[1],
                        List.copyOf(edge.getValue().values())))
                .toList();
    }

    private static Passage joined(Passage one, Passage other) {
        return new Passage(one.type(), one.kind(), union(one.senders(), other.senders()),
                union(one.handlers(), other.handlers()));
    }

    private static List<String> union(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(type -> !all.contains(type)).forEach(all::add);
        return all;
    }

    private static CodeDependency needs(String from, String to, int uses, String... types) {
        return new CodeDependency(from, to, Arrays.stream(types).map(type -> BASE + to + ".api." + type).toList(), uses,
                at(from + ".api." + types[0] + "User", null, 17));
    }

    private static List<Cycle> cycles() {
        return List.of(
                new Cycle(Graph.MESSAGES, List.of("inventory", "ordering"), true,
                        "ordering sends ReserveStock and does not wait for more than its acceptance; "
                                + "inventory's events come back in their own time."),
                new Cycle(Graph.MESSAGES, List.of("ordering", "payment"), true,
                        "ordering sends AuthorisePayment and does not wait for more than its acceptance; "
                                + "payment's events come back in their own time."),
                new Cycle(Graph.CODE, List.of("ordering", "shipping"), false,
                        "Neither can be compiled without the other, so neither can be changed, tested or delivered alone."));
    }

    private static List<Placement> placements(List<MessageEdge> edges) {
        List<Unit> monolith = List.of(new Unit("monolith",
                List.of("catalog", "inventory", "notification", "ordering", "payment", "shipping"), 1, null));
        List<Unit> hybrid = List.of(
                new Unit("shop", List.of("catalog", "ordering", "payment"), 2, "postgresql"),
                new Unit("warehouse", List.of("inventory", "shipping"), 1, "h2"),
                new Unit("messages", List.of("notification"), 1, "h2"));
        List<Unit> split = List.of("catalog", "inventory", "notification", "ordering", "payment", "shipping").stream()
                .map(name -> new Unit(name, List.of(name), 1, "postgresql"))
                .toList();
        return List.of(
                placement("hybrid", "The shop front scales apart from the warehouse.", "axon-server", hybrid, edges),
                placement("monolith", "Everything in one process; nothing else to install.", "in-process", monolith, edges),
                placement("split", "Every context is a unit of its own.", "axon-server", split, edges));
    }

    private static Placement placement(
            String profile, String description, String messaging, List<Unit> units, List<MessageEdge> edges) {
        List<Crossing> crossings = new ArrayList<>();
        int local = 0;
        for (MessageEdge edge : edges) {
            String from = unitOf(edge.from(), units);
            String to = unitOf(edge.to(), units);
            for (Passage passage : edge.passages()) {
                if (from.equals(to)) {
                    local++;
                } else {
                    crossings.add(new Crossing(passage.type(), passage.kind(), from, edge.from(), to, edge.to()));
                }
            }
        }
        return new Placement(profile, description, messaging, units, crossings, local);
    }

    private static String unitOf(String context, List<Unit> units) {
        return units.stream().filter(unit -> unit.contexts().contains(context)).findFirst().orElseThrow().name();
    }

    private static List<RoundTrip> roundTrips(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.kind() == Kind.COMMAND || message.kind() == Kind.EVENT)
                .map(message -> new RoundTrip(message.type(), message.fields().size() % 5 == 0 ? null : Boolean.TRUE, List.of(
                        "Its fields are records, enums and types of the agreed vocabulary.",
                        "An example of it was written as the bus writes it, and was the same when read.")))
                .toList();
    }

    private List<Readiness> readiness() {
        return contexts.stream().map(context -> new Readiness(context.name, List.of(
                new Finding("Does it name no type of another context outside the published languages?",
                        !context.name.equals("ordering"),
                        context.name.equals("ordering")
                                ? List.of(
                                        "Fulfilment is given inventory's Warehouses (modules/ordering/src/main/java/com/example/shop/"
                                                + "ordering/fulfilment/Fulfilment.java:47).")
                                : List.of("212 dependencies on other contexts were looked at; all are on published types.")),
                new Finding("Do all its messages survive being written and read?", true,
                        List.of("All of its messages were serialised and read back as equals.")),
                new Finding("Does it start alone?", context.name.equals("notification") ? null : Boolean.TRUE,
                        context.name.equals("notification") ? List.of("No test starts notification without the others.")
                                : List.of("SplitContextIT starts it in a process of its own.")),
                new Finding("Does it have a store of its own?", true,
                        List.of("Its migrations make " + context.tables.size()
                                + " tables, and no other context's SQL names them.")),
                new Finding("Are events that its handlers fail on kept as dead letters?", true,
                        List.of("All its processing groups of policies and gateways have dead letters.")),
                new Finding("Does every wait of it end?", context.name.equals("catalog") ? null : Boolean.TRUE,
                        context.name.equals("catalog") ? List.of() : List.of("Each wait names the command that ends it.")),
                new Finding("Does it say whether it is healthy?", true, List.of("Its store has a health indicator.")))))
                .toList();
    }

    private List<Coupling> coupling(List<MessageEdge> edges, List<CodeDependency> code) {
        return contexts.stream().map(context -> {
            int afferent = (int) code.stream().filter(need -> need.to().equals(context.name)).count();
            int efferent = (int) code.stream().filter(need -> need.from().equals(context.name)).count();
            return new Coupling(context.name,
                    passages(edges, Kind.COMMAND, null, context.name), passages(edges, Kind.COMMAND, context.name, null),
                    passages(edges, Kind.EVENT, null, context.name), passages(edges, Kind.EVENT, context.name, null),
                    afferent, efferent, afferent + efferent == 0 ? null : (double) efferent / (afferent + efferent));
        }).toList();
    }

    private static int passages(List<MessageEdge> edges, Kind kind, @Nullable String from, @Nullable String to) {
        return (int) edges.stream()
                .filter(edge -> (from == null || edge.from().equals(from)) && (to == null || edge.to().equals(to)))
                .flatMap(edge -> edge.passages().stream())
                .filter(passage -> passage.kind() == kind)
                .count();
    }

    private static Change change() {
        return new Change("a7d01c93be52", Instant.parse("2026-02-20T16:40:00Z"), List.of(
                new MessageChange(BASE + "ordering.api.OrderShipped", Kind.EVENT, "ordering", MessageChange.Sort.INCOMPATIBLE,
                        List.of("The field carrier is gone.", "The type of shippedAt was String and is Instant."), null, true),
                new MessageChange(BASE + "payment.api.PaymentDeclined", Kind.EVENT, "payment", MessageChange.Sort.INCOMPATIBLE,
                        List.of("The field reason was called cause."),
                        "PaymentDeclinedUpcaster reads revision 1, and the sample PaymentDeclined/1.json passes through it.",
                        false),
                new MessageChange(BASE + "shipping.api.PrepareShipment", Kind.COMMAND, "shipping", MessageChange.Sort.COMPATIBLE,
                        List.of("The optional field giftMessage was added."), null, false),
                new MessageChange(BASE + "inventory.api.StockAdjusted", Kind.EVENT, "inventory", MessageChange.Sort.ADDED,
                        List.of(),
                        null, false),
                new MessageChange(BASE + "inventory.api.StockCounted", Kind.EVENT, "inventory", MessageChange.Sort.REMOVED,
                        List.of("Nobody handled it."), null, false)),
                List.of(new EdgeChange("shipping", "ordering", Graph.CODE, true),
                        new EdgeChange("ordering", "notification", Graph.MESSAGES, true),
                        new EdgeChange("payment", "catalog", Graph.CODE, false)),
                List.of("sql-own-tables: " + BASE + "ordering.overview.OrdersView#find"));
    }

    private static Traffic traffic(List<MessageEdge> edges) {
        List<PassageTraffic> counted = new ArrayList<>();
        for (MessageEdge edge : edges) {
            for (Passage passage : edge.passages()) {
                int seed = Math.floorMod(Objects.hash(passage.type(), edge.from(), edge.to()), 1000);
                if (seed > 250) {
                    counted.add(new PassageTraffic(passage.type(), passage.kind(), edge.from(), edge.to(), (long) seed * seed / 7,
                            seed % 9 == 0));
                }
            }
        }
        counted.sort(Comparator.comparingLong(PassageTraffic::count).reversed().thenComparing(PassageTraffic::type));
        long all = counted.stream().mapToLong(PassageTraffic::count).sum();
        return new Traffic("metrics of a run of 10,000 orders in one process, 2026-03-03", counted,
                List.of(new PlacementTraffic("hybrid", all * 6 / 10, all - all * 6 / 10),
                        new PlacementTraffic("monolith", 0, all),
                        new PlacementTraffic("split", all, 0)),
                List.of("Messages that were sent again after a failure are counted each time."));
    }

    private ShopReport read() {
        List<String> lines = lines("shop-system.txt");
        for (String line : lines) {
            if (line.startsWith("context ")) {
                contexts.add(new ContextDraft(line.split(" ")[1], said(line)));
            }
        }
        ContextDraft current = contexts.getFirst();
        for (String line : lines) {
            String text = said(line);
            List<String> words = List.of(line.strip().split(" \\| ")[0].split(" "));
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "context" -> current = contexts.stream().filter(context -> context.name.equals(rest.getFirst())).findFirst()
                        .orElseThrow();
                case "tables" -> current.tables.addAll(rest);
                case "migrations" -> current.migrations.addAll(rest);
                case "room" -> current.rooms.add(new ContextModel.Room(rest.get(0), text, Integer.parseInt(rest.get(1)),
                        Integer.parseInt(rest.get(2))));
                case "failure" -> current.failures.add(rest.getFirst() + " | " + text);
                case "path" -> current.paths.add(String.join(" ", rest));
                case "command", "event", "query", "deadline" ->
                    drafts.add(new MessageDraft(Kind.valueOf(words.getFirst().toUpperCase(Locale.ROOT)),
                            current, rest, Objects.requireNonNull(text)));
                case "has" -> drafts.getLast().fields(line.strip().substring(4));
                case "from" -> drafts.getLast().sender(rest);
                case "by" -> drafts.getLast().handler(rest, contexts);
                case "leads" -> rest.forEach(event -> drafts.getLast().leadsTo.add(type(drafts.getLast().context.name, event)));
                default -> throw new IllegalStateException(line);
            }
        }
        for (MessageDraft draft : drafts) {
            for (MessageDraft other : drafts) {
                if (other.senders.stream().anyMatch(sender -> sender.on().contains(draft.type()))) {
                    draft.leadsTo.add(other.type());
                }
            }
        }
        return this;
    }

    private static @Nullable String said(String line) {
        return line.contains(" | ") ? line.substring(line.indexOf(" | ") + 3) : null;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = ShopReport.class.getResourceAsStream("/" + resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String context, String name) {
        return BASE + context + ".api." + name;
    }

    private static Location at(String type, @Nullable String member, int line) {
        String context = type.substring(0, type.indexOf('.'));
        String file = (BASE + type).split("\\$")[0].replace('.', '/');
        return new Location(BASE + type, member, "modules/" + context + "/src/main/java/" + file + ".java", line);
    }

    private static int line(String seed) {
        return 20 + Math.floorMod(seed.hashCode(), 180);
    }

    private static final class ContextDraft {

        private final String name;
        private final @Nullable String purpose;
        private final List<String> tables = new ArrayList<>();
        private final List<String> migrations = new ArrayList<>();
        private final List<ContextModel.Room> rooms = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final List<String> paths = new ArrayList<>();
        private final List<String> aggregates = new ArrayList<>();
        private final Map<String, ContextModel.Processor> processors = new TreeMap<>();

        private ContextDraft(String name, @Nullable String purpose) {
            this.name = name;
            this.purpose = purpose;
        }

        private void processor(String group, Role role, String type) {
            List<String> types = new ArrayList<>(processors.containsKey(group) ? processors.get(group).types() : List.of());
            if (!types.contains(type)) {
                types.add(type);
            }
            Boolean deadLetters = role == Role.VIEW ? Boolean.FALSE : group.endsWith("waits") ? null : Boolean.TRUE;
            processors.put(group, new ContextModel.Processor(group, role, deadLetters, types));
        }

        private ContextModel context() {
            return new ContextModel(name, BASE + name, BASE + name + ".api", purpose, rooms, aggregates,
                    List.copyOf(processors.values()),
                    new ContextModel.Store(name, tables, PLATFORM_TABLES, migrations.stream()
                            .map(file -> "modules/" + name + "/src/main/resources/db/" + name + "/" + file)
                            .toList()),
                    List.of(),
                    failures.stream()
                            .map(text -> new ContextModel.FailureCode(text.split(" \\| ")[0],
                                    BASE + name + ".api.Failure."
                                            + text.split(" \\| ")[0].toUpperCase(Locale.ROOT).replace('-', '_'),
                                    text.split(" \\| ")[1]))
                            .toList(),
                    paths);
        }
    }

    private static final class MessageDraft {

        private final Kind kind;
        private final ContextDraft context;
        private final String name;
        private final boolean internal;
        private final @Nullable String revision;
        private final String summary;
        private final List<Message.Field> fields = new ArrayList<>();
        private final List<Message.Sender> senders = new ArrayList<>();
        private final List<Message.Handler> handlers = new ArrayList<>();
        private final List<String> leadsTo = new ArrayList<>();

        private MessageDraft(Kind kind, ContextDraft context, List<String> words, String summary) {
            this.kind = kind;
            this.context = context;
            this.name = words.getFirst();
            this.internal = words.contains("internal");
            this.revision = words.stream().filter(word -> word.matches("r\\d+")).map(word -> word.substring(1)).findFirst()
                    .orElse(null);
            this.summary = summary;
        }

        private String type() {
            return ShopReport.type(context.name, name);
        }

        private void fields(String text) {
            for (String field : text.split(", (?=\\w+: )")) {
                String[] part = field.split(": ");
                boolean optional = part[1].endsWith("?");
                String type = optional ? part[1].substring(0, part[1].length() - 1) : part[1];
                String raw = type.replaceFirst("List<(.*)>", "$1");
                fields.add(new Message.Field(part[0], type, List.of(ShopReport.type(context.name, raw)), !optional));
            }
        }

        private void sender(List<String> words) {
            String from = words.get(1).substring(0, words.get(1).indexOf('.'));
            String processor = words.contains("in") ? words.get(words.indexOf("in") + 1) : null;
            int end = words.contains("perhaps") ? words.indexOf("perhaps") : words.size();
            List<String> on = words.contains("on") ? words.subList(words.indexOf("on") + 1, end) : List.of();
            Location helper = end == words.size() ? null : at(words.get(end + 1), "command", line(words.get(end + 1)));
            senders.add(
                    new Message.Sender(BASE + words.get(1), from, Role.valueOf(words.get(0).toUpperCase(Locale.ROOT)), processor,
                            on.stream().map(event -> ShopReport.type(event.split("\\.")[0], event.split("\\.")[1])).toList(),
                            List.of(at(words.get(1), "send", line(words.get(1) + name))), helper));
        }

        private void handler(List<String> words, List<ContextDraft> contexts) {
            String type = words.get(1).split("#")[0];
            String to = type.substring(0, type.indexOf('.'));
            Role role = Role.valueOf(words.get(0).toUpperCase(Locale.ROOT));
            String processor = words.contains("in") ? words.get(words.indexOf("in") + 1) : null;
            handlers.add(new Message.Handler(BASE + type, words.get(1).split("#")[1], to, role, processor,
                    at(type, words.get(1).split("#")[1], line(type + name))));
            if (role == Role.AGGREGATE && !context.aggregates.contains(BASE + type)) {
                context.aggregates.add(BASE + type);
            }
            if (processor != null) {
                contexts.stream().filter(found -> found.name.equals(to)).findFirst().orElseThrow().processor(processor, role,
                        BASE + type);
            }
        }

        private Message message() {
            List<String> failures = kind == Kind.COMMAND && senders.stream().anyMatch(sender -> sender.role() == Role.CONTROLLER)
                    ? context.failures.stream().limit(4).map(text -> text.split(" \\| ")[0]).toList()
                    : List.of();
            return new Message(type(), kind, context.name, true, internal, revision, summary, fields, senders, handlers, failures,
                    leadsTo, at(context.name + ".api." + name, null, 9));
        }
    }
}
