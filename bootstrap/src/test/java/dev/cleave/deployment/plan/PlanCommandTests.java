package dev.cleave.deployment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.deployment.plan.Plan.CrossingCommand;
import dev.cleave.deployment.plan.Plan.Measured;
import dev.cleave.deployment.plan.Plan.Needs;
import dev.cleave.deployment.plan.Plan.PlannedUnit;
import dev.cleave.deployment.plan.Plan.Sent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void saysWhatAProfileMakesOfTheProgram() {
        assertThat(plan("hybrid")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .startsWith(
                        "hybrid: The shop front scales apart from the warehouse.",
                        "Commands and events travel over Axon Server, which keeps the events. "
                                + "Every unit needs it, and AXON_AXONSERVER_TOKEN if it asks for one.",
                        "",
                        "UNIT       CONTEXTS                    REPLICAS  MEMORY  STORE",
                        "shop       catalog, ordering, payment  2         768Mi   postgresql",
                        "warehouse  inventory, shipping         1         768Mi   h2")
                .contains(
                        "  shop       PostgreSQL; databases catalog, ordering, payment, simulator, each with a user of its name",
                        "               CLEAVE_STORES_SIMULATOR_PASSWORD",
                        "  warehouse  a folder that outlives the process, for its files")
                .contains("  shop -> warehouse", "  warehouse -> shop", "  shop -> messages")
                .anyMatch(line -> line
                        .matches(" +ReserveStock +sent by ordering.fulfilment +handled by inventory's Warehouse.reserve"))
                .anyMatch(
                        line -> line.matches(" +StockReserved +applied by inventory's Warehouse +handled by ordering.fulfilment"))
                .noneMatch(line -> line.contains("AuthorisePayment"))
                .allMatch(line -> line.equals(line.stripTrailing()));
    }

    @Test
    void countsWhatCrossesACut() {
        JsonNode hybrid = json("hybrid");
        JsonNode split = json("split");
        assertThat(hybrid.get("commands")).isNotEmpty();
        assertThat(split.get("commands").size()).isGreaterThan(hybrid.get("commands").size());
        assertThat(split.get("commands").values().stream().map(command -> command.get("command").asString()))
                .contains("AuthorisePayment", "ReserveStock", "TellCustomer")
                .doesNotContain("PlaceOrder", "ReportCapture")
                .doesNotHaveDuplicates();
        assertThat(split.get("events").values().stream().map(event -> event.get("event").asString()))
                .contains("ProductListed", "PaymentAuthorised")
                .doesNotContain("OrderPlaced", "NoticeSent");
        assertThat(json("monolith").get("commands")).isEmpty();
    }

    @Test
    void theGuideComparesWhatIsSo() throws IOException {
        assertThat(Files.readString(Path.of("..", "deployment-profiles", "README.md")))
                .contains("| none | " + crossings("hybrid") + " | " + crossings("split") + " |");
    }

    private String crossings(String profile) {
        JsonNode plan = json(profile);
        return plan.get("commands").size() + " commands, " + plan.get("events").size() + " events";
    }

    @Test
    void namesWhatEachUnitNeeds() {
        JsonNode ordering = json("split").get("units").get(2);
        assertThat(ordering).isEqualTo(new JsonMapper().readTree("""
                {
                  "name": "ordering", "contexts": ["ordering"], "replicas": 1, "memory": "768Mi", "store": "postgresql",
                  "needs": {
                    "axonServer": true, "databases": [{"name": "ordering", "user": "ordering"}], "files": false,
                    "secrets": ["CLEAVE_STORES_ORDERING_PASSWORD"], "optionalSecrets": ["AXON_AXONSERVER_TOKEN"]
                  }
                }"""));
        JsonNode monolith = json("monolith").get("units").get(0).get("needs");
        assertThat(monolith.get("axonServer").asBoolean()).isFalse();
        assertThat(monolith.get("files").asBoolean()).isTrue();
        assertThat(monolith.get("secrets")).isEmpty();
    }

    @Test
    void countsTheEventsAmongTheDatabasesWhereOneProcessKeepsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), """
                units:
                  all: { contexts: [catalog, inventory, ordering, payment, shipping, notification], store: postgresql }
                """);
        JsonNode databases = json(file.toString()).get("units").get(0).get("needs").get("databases");
        assertThat(databases.values().stream().map(database -> database.get("name").asString())).contains("events", "simulator");
    }

    @Test
    void drawsUnitsAroundTheirContexts() {
        assertThat(plan("hybrid", "--format", "mermaid")).isZero();
        assertThat(out.toString().lines())
                .startsWith("flowchart LR", "    subgraph unit-shop[\"shop x 2\"]", "        context-catalog[\"catalog\"]")
                .contains("    context-ordering -->|\"EraseContact<br/>TellCustomer\"| context-notification")
                .anyMatch(line -> line.startsWith("    context-inventory -.->|\"ReservationRefused<br/>"));
    }

    @Test
    void saysThatNothingCrossesWhereThereIsNoCut() {
        assertThat(plan("monolith")).isZero();
        assertThat(out.toString()).contains("No message crosses a cut, because there is none.").doesNotContain("->");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "mermaid"})
    void givesTheSameForTheSame(String format) {
        plan("split", "--format", format);
        String once = out.toString();
        out.getBuffer().setLength(0);
        plan("split", "--format=" + format.toUpperCase(Locale.ROOT));
        assertThat(out.toString()).isNotEmpty().isEqualTo(once);
    }

    @Test
    void namesAllFaultsAndTheirPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve("faulty.yaml"),
                "units:\n  a: { contexts: [catalgo] }\n  b: { contexts: [ordering], replicas: 2 }\n");
        assertThat(plan(file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .contains(file + ":2:19: There is no context \"catalgo\". Did you mean catalog?")
                .anyMatch(line -> line
                        .startsWith(file + ":1:1: Context payment is in no unit, so that no one would handle AuthorisePayment, "))
                .anyMatch(line -> line.startsWith(file + ":3:40: Unit b has 2 replicas"));
    }

    @Test
    void tellsAFaultyProfileFromAFaultyCommand() {
        assertThat(plan("hybird")).isEqualTo(1);
        assertThat(err.toString()).startsWith("hybird: There is no profile of this name. Did you mean hybrid?");
        assertThat(plan()).isEqualTo(2);
        assertThat(plan("hybrid", "--format", "xml")).isEqualTo(2);
        assertThat(plan("hybrid", "split")).isEqualTo(2);
    }

    @Test
    void showsHowOftenARunSentWhatCrossesACut() throws IOException {
        String run = run();
        assertThat(plan("hybrid", "--traffic", run)).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("COMMANDS THAT CROSS A CUT: \\d+, sent 1,240 times in the run"))
                .contains("  shop -> warehouse: 1,240 times")
                .anyMatch(line -> line.matches(" +ReserveStock +1,240 times +sent by ordering.fulfilment +handled by .*"))
                .anyMatch(line -> line.matches(" +StockReserved +1 time +applied by inventory's Warehouse +handled by .*"))
                .anyMatch(line -> line.matches(" +TellCustomer +0 times +sent by .*"))
                .contains("THE RUN MEASURED IN run.prom", "  1,241 of 1,271 messages between contexts cross a cut (98 %).")
                .anyMatch(line -> line.startsWith("  Not seen in this run: "))
                .allMatch(line -> line.equals(line.stripTrailing()));
    }

    @Test
    void givesTheSameFiguresToProgramsAndInPictures() throws IOException {
        String run = run();
        JsonNode measured = json("hybrid", "--traffic", run);
        assertThat(measured.get("commands").values().stream()
                .filter(command -> command.get("command").asString().equals("ReserveStock")))
                .singleElement()
                .satisfies(command -> assertThat(command.get("sent"))
                        .isEqualTo(new JsonMapper().readTree("{\"times\": 1240, \"atMost\": false}")));
        assertThat(measured.get("measured").get("source").asString()).isEqualTo("run.prom");
        assertThat(measured.get("measured").get("crossing").asInt()).isEqualTo(1241);
        assertThat(measured.get("measured").get("local").asInt()).isEqualTo(30);
        assertThat(measured.get("measured").get("cuts").get(0)).isEqualTo(new JsonMapper().readTree(
                "{\"fromUnit\": \"shop\", \"toUnit\": \"warehouse\", \"commands\": 1240, \"events\": 0}"));
        assertThat(json("hybrid").has("measured")).isFalse();

        out.getBuffer().setLength(0);
        assertThat(plan("hybrid", "--format", "mermaid", "--traffic", run)).isZero();
        assertThat(out.toString()).contains("ReserveStock 1,240×");
    }

    @Test
    void saysAtMostWhereOthersSendTheSameCommandToo() {
        Plan plan = new Plan(
                "cut", "", "axon-server",
                Stream.of("front", "back").map(unit -> new PlannedUnit(
                        unit, List.of(unit), 1, "1Gi", "h2", new Needs(true, List.of(), true, List.of(), List.of()))).toList(),
                List.of(
                        new CrossingCommand("Ask", "front", "front", List.of("Desk"), "back", "back", "Oracle.ask",
                                new Sent(3, true)),
                        new CrossingCommand("Tell", "front", "front", List.of("Desk"), "back", "back", "Oracle.tell",
                                new Sent(1, false))),
                List.of(),
                new Measured("run.prom", 4, 0, List.of(), List.of()));
        assertThat(PlanText.of(plan).lines())
                .contains(
                        "COMMANDS THAT CROSS A CUT: 2, sent at most 4 times in the run",
                        "  front -> back: at most 4 times",
                        "    Ask   at most 3 times  sent by Desk  handled by back's Oracle.ask",
                        "    Tell          1 time   sent by Desk  handled by back's Oracle.tell");
        assertThat(PlanMermaid.of(plan)).contains("Ask ≤3×<br/>Tell 1×");
    }

    @Test
    void saysThatARunStaysInOneProcessWhereThereIsNoCut() throws IOException {
        assertThat(plan("monolith", "--traffic", run())).isZero();
        assertThat(out.toString()).contains("  0 of 1,271 messages between contexts cross a cut (0 %).");
    }

    @Test
    void saysWhatIsWrongWithFiguresAndPrintsNoPlan() throws IOException {
        assertThat(plan("hybrid", "--traffic", folder.resolve("missing.prom").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no file ").contains("/actuator/prometheus");
        Path other = Files.writeString(folder.resolve("jvm.prom"), "jvm_threads_live_threads 12.0\n");
        assertThat(plan("hybrid", "--traffic", other.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("jvm.prom counts no messages");
        assertThat(out.toString()).isEmpty();
    }

    private String run() throws IOException {
        return Files.writeString(folder.resolve("run.prom"), """
                cleave_commands_seconds_count{command="ReserveStock",context="inventory",outcome="accepted"} 1240.0
                cleave_commands_seconds_count{command="AuthorisePayment",context="payment",outcome="accepted"} 30.0
                cleave_events_appended_total{event="StockReserved",context="inventory"} 1.0
                """).toString();
    }

    private JsonNode json(String... profile) {
        out.getBuffer().setLength(0);
        assertThat(plan(Stream.concat(Stream.of("--format", "json"), Stream.of(profile)).toArray(String[]::new))).isZero();
        return new JsonMapper().readTree(out.toString());
    }

    private int plan(String... arguments) {
        return new CommandLine(new PlanCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
