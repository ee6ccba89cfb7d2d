package dev.cleave.architecture.traffic;

import static dev.cleave.architecture.Handmade.command;
import static dev.cleave.architecture.Handmade.event;
import static dev.cleave.architecture.Handmade.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.architecture.Handmade;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.PassageTraffic;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.architecture.report.Report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTrafficTests {

    private static final Meters METERS = new Meters("cafe_commands_count", "command", "cafe_events_total", "event", "context");
    private static final SystemModel CAFE = system(
            List.of("counter", "kitchen", "till"),
            command("kitchen", "Cook", "counter"),
            command("till", "Charge", "counter", "kitchen"),
            command("kitchen", "Clean", "kitchen"),
            event("kitchen", "Cooked", "counter", "till"),
            event("till", "Paid", "counter"));
    private static final Deployment CUT = new Deployment(
            "cut", "", "carrier",
            List.of(new Unit("front", List.of("counter", "till"), 1, null), new Unit("back", List.of("kitchen"), 1, null)));
    private static final Report REPORT =
            Handmade.report(CAFE, List.of(CUT));

    @TempDir
    private Path folder;

    @Test
    void countsMessagesOnTheirEdgesOverAllFilesAndOutcomes() throws IOException {
        Traffic traffic = traffic("""
                # HELP cafe_commands_count Commands
                # TYPE cafe_commands_count counter
                cafe_commands_count{command="Cook",context="kitchen",outcome="accepted",unit="back"} 40.0
                cafe_commands_count{command="Cook",context="kitchen",outcome="refused",unit="back"} 2.0
                cafe_commands_count{command="Clean",context="kitchen",outcome="accepted",unit="back"} 9.0
                cafe_events_total{event="Cooked",context="kitchen",unit="back"} 1.7E1 1764000000
                """, """
                cafe_events_total{context="kitchen",event="Cooked",unit="back"} 3.0
                cafe_commands_count{command="Charge",context="till",outcome="accepted",unit="front"} 5.0
                """);
        assertThat(traffic.source()).isEqualTo("0.prom, 1.prom");
        assertThat(traffic.passages())
                .containsExactly(
                        new PassageTraffic("cafe.kitchen.api.Cook", Kind.COMMAND, "counter", "kitchen", 42, false),
                        new PassageTraffic("cafe.kitchen.api.Cooked", Kind.EVENT, "kitchen", "counter", 20, false),
                        new PassageTraffic("cafe.kitchen.api.Cooked", Kind.EVENT, "kitchen", "till", 20, false),
                        new PassageTraffic("cafe.till.api.Charge", Kind.COMMAND, "counter", "till", 5, true),
                        new PassageTraffic("cafe.till.api.Charge", Kind.COMMAND, "kitchen", "till", 5, true));
        assertThat(traffic.placements()).containsExactly(new PlacementTraffic("cut", 42 + 20 + 20 + 5, 5));
        assertThat(traffic.notes()).anyMatch(note -> note.contains("only the sum is known"))
                .contains("Not seen in this run: Paid.");
    }

    @Test
    void saysWhatIsNotInTheCode() throws IOException {
        assertThat(traffic("""
                cafe_events_total{event="Cooked",context="kitchen"} 1
                cafe_events_total{event="Burnt",context="kitchen"} 1
                """).notes())
                .anyMatch(note -> note.startsWith("Counted, but not in this code: kitchen's Burnt."));
    }

    @Test
    void refusesAFileWithoutTheCounters() {
        assertThatThrownBy(() -> traffic("jvm_threads_live_threads 12.0\n"))
                .isInstanceOf(UnusableMetrics.class)
                .hasMessageContaining("0.prom counts no messages")
                .hasMessageContaining("cafe_commands_count")
                .hasMessageContaining("/actuator/prometheus");
        assertThatThrownBy(() -> traffic("<!DOCTYPE html><title>Sign in</title>\n"))
                .isInstanceOf(UnusableMetrics.class)
                .hasMessageContaining("0.prom holds no figures");
    }

    @Test
    void refusesTheFiguresOfAnotherSystem() {
        assertThatThrownBy(() -> traffic("cafe_events_total{event=\"Burnt\",context=\"pizzeria\"} 1\n"))
                .isInstanceOf(UnusableMetrics.class)
                .hasMessageContaining("0.prom counts no message of cafe, but pizzeria's Burnt.");
    }

    @Test
    void refusesWhatCanNotBeRead() throws IOException {
        Path missing = folder.resolve("missing.prom");
        assertThatThrownBy(() -> on(missing))
                .isInstanceOf(UnusableMetrics.class)
                .hasMessageContaining("There is no file " + missing)
                .hasMessageContaining("curl -s");
        assertThatThrownBy(() -> on(folder)).isInstanceOf(UnusableMetrics.class).hasMessageContaining("is a folder");
        Path picture = Files.write(folder.resolve("picture"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        assertThatThrownBy(() -> on(picture)).isInstanceOf(UnusableMetrics.class).hasMessageContaining("is not text");
    }

    @Test
    void refusesToCountAProcessTwice() throws IOException {
        String scrape =
                "process_start_time_seconds 1.764001234567E9\ncafe_events_total{event=\"Cooked\",context=\"kitchen\"} 1\n";
        assertThatThrownBy(() -> traffic(scrape, scrape + "cafe_events_total{event=\"Paid\",context=\"till\"} 1\n"))
                .isInstanceOf(UnusableMetrics.class)
                .hasMessageContaining("0.prom and ")
                .hasMessageContaining("from the same process");
        Path file = Files.writeString(folder.resolve("once.prom"), "cafe_events_total{event=\"Cooked\",context=\"kitchen\"} 1\n");
        assertThatThrownBy(() -> on(file, file)).hasMessageContaining("is given twice");
        assertThat(traffic(scrape, scrape.replace("4567E9", "4568E9")).passages()).extracting(PassageTraffic::count)
                .containsOnly(2L);
    }

    @Test
    void takesAxonsOwnCounters() throws IOException {
        Path file = Files.writeString(folder.resolve("axon.prom"), """
                commandBus_ingestedCounter_total{payloadType="Cook"} 7.0
                eventProcessor_successCounter_total{payloadType="Cooked",processorName="counter"} 6.0
                eventProcessor_successCounter_total{payloadType="Cooked",processorName="till"} 5.0
                eventProcessor_successCounter_total{payloadType="Paid",processorName="till"} 0.0
                eventProcessor_successCounter_total{payloadType="Burnt",processorName="till"} 1.0
                """);
        Traffic run = new MeasuredTraffic(Meters.ofAxon(), List.of(file)).on(REPORT);
        assertThat(run.passages())
                .containsExactly(
                        new PassageTraffic("cafe.kitchen.api.Cook", Kind.COMMAND, "counter", "kitchen", 7, false),
                        new PassageTraffic("cafe.kitchen.api.Cooked", Kind.EVENT, "kitchen", "counter", 6, false),
                        new PassageTraffic("cafe.kitchen.api.Cooked", Kind.EVENT, "kitchen", "till", 5, false));
        assertThat(run.notes()).anyMatch(note -> note.startsWith("Counted, but not in this code: till's Burnt."));
    }

    @Test
    void isLaidOnDeploymentsThatCameLater() throws IOException {
        Deployment whole = new Deployment(
                "whole", "", "", List.of(new Unit("all", List.of("counter", "till", "kitchen"), 1, null)));
        Deployment otherCut = new Deployment(
                "cut", "", "",
                List.of(new Unit("front", List.of("counter"), 1, null), new Unit("back", List.of("kitchen", "till"), 1, null)));
        Report also = REPORT.alsoDeployed(List.of(whole, otherCut));
        assertThat(also.placements()).extracting(Report.Placement::profile).containsExactly("cut", "whole");
        assertThat(also.placements().getFirst().units().getFirst().contexts()).containsExactly("counter");
        Path file = Files.writeString(folder.resolve("run.prom"), "cafe_events_total{event=\"Cooked\",context=\"kitchen\"} 4\n");
        Traffic run = new MeasuredTraffic(METERS, List.of(file)).on(also);
        assertThat(run.placements())
                .containsExactly(new PlacementTraffic("cut", 4, 4), new PlacementTraffic("whole", 0, 8));
        assertThat(also.measured(run)).returns(run, Report::traffic).returns(also.placements(), Report::placements);
    }

    @Test
    void readsLabelsWithWhateverIsInThem() {
        assertThat(Series.in("a{b=\"x,y=\\\"z\\\"}\",c=\"\\\\\"} NaN\nbroken line here{\nd 1\n"))
                .satisfiesExactly(
                        first -> assertThat(first.labels()).isEqualTo(Map.of("b", "x,y=\"z\"}", "c", "\\")),
                        second -> assertThat(second).isEqualTo(new Series("d", Map.of(), 1)));
    }

    private Traffic traffic(String... scrapes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String scrape : scrapes) {
            files.add(Files.writeString(folder.resolve(files.size() + ".prom"), scrape));
        }
        return on(files.toArray(Path[]::new));
    }

    private static Traffic on(Path... files) {
        return new MeasuredTraffic(METERS, List.of(files)).on(REPORT);
    }
}
