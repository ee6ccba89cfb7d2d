package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowingTests {

    @Test
    void showsATableOfAllProcesses() {
        List<String> lines = StatusTable.lines(List.of(
                new StatusTable.Row("axon-server", null, "ready", 8124, 11L, 412L, null, 0),
                new StatusTable.Row("shop", 2, "restarting", 0, null, null, null, 3)));

        assertThat(lines).map(line -> line.replaceAll(" +", " ").strip()).containsExactly(
                "",
                "UNIT REPLICA STATE PORT PID MEMORY LAG RESTARTS",
                "axon-server - ready 8124 11 412 MiB - 0",
                "shop 2 restarting - - - - 3",
                "");
    }

    @Test
    void marksEachLineByWhoseItIs() {
        StringWriter plain = new StringWriter();
        Console console = new Console(new PrintWriter(plain), false);
        console.line("shop.1", "hello");
        console.line("a-unit-of-long-name.12", "hello");
        console.line("shop.1", "again");

        assertThat(plain.toString().lines()).containsExactly(
                "shop.1       | hello", "a-unit-of-long-name.12 | hello", "shop.1                 | again");

        StringWriter coloured = new StringWriter();
        new Console(new PrintWriter(coloured), true).line("shop.1", "hello");
        assertThat(coloured.toString()).contains("\u001b[").contains("shop.1").endsWith(" hello" + System.lineSeparator());
    }

    @Test
    void countsTheLagOfTheSlowestProcessorThatWorksHere() {
        assertThat(Replica.largestLag("{\"head\": 9, \"processors\": [{\"lag\": 2}, {\"lag\": 7}, {\"lag\": -1}]}"))
                .isEqualTo(OptionalLong.of(7));
        assertThat(Replica.largestLag("{\"head\": 9, \"processors\": [{\"lag\": -1}]}")).isEmpty();
    }

    @Test
    void joinsDescriptions() {
        String joined = OpenApi.joined(List.of(
                """
                {"openapi": "3.1.0", "servers": [{"url": "http://127.0.0.1:1"}], "tags": [{"name": "a"}],
                 "paths": {"/a": {"get": {}}}, "components": {"schemas": {"Money": {"type": "object"}}}}""",
                """
                {"openapi": "3.1.0", "servers": [{"url": "http://127.0.0.1:2"}], "tags": [{"name": "b"}],
                 "paths": {"/b": {"post": {}}}, "components": {"schemas": {"Money": {"type": "object"}, "Line": {}}}}"""),
                Comparator.naturalOrder());

        JsonNode whole = JsonMapper.shared().readTree(joined);
        assertThat(whole.get("paths").propertyNames()).containsExactly("/a", "/b");
        assertThat(whole.get("components").get("schemas").propertyNames()).containsExactly("Money", "Line");
        assertThat(whole.get("tags")).hasSize(2);
        assertThat(whole.get("servers")).hasSize(1);
        assertThat(whole.get("servers").get(0).get("url").asString()).isEqualTo("/");
    }
}
