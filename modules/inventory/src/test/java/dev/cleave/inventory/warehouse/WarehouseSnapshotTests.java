package dev.cleave.inventory.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import dev.cleave.platform.json.Json;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WarehouseSnapshotTests {

    private final JsonMapper json = Json.forMessages().build();

    @Test
    void goesOnFromItsSnapshotAsIfNothingHadHappened() {
        var commands = new RandomCommands(42);
        var model = new SimpleWarehouse();
        var warehouse = new Warehouse();
        var restored = new Warehouse();
        for (int i = 0; i < 3_000; i++) {
            if (model.decide(commands.next()) instanceof Record event) {
                apply(warehouse, event);
                apply(restored, event);
            }
            if (i % 300 == 0) {
                restored = json.readValue(json.writeValueAsString(restored), Warehouse.class);
            }
        }

        JsonNode original = json.readTree(json.writeValueAsString(warehouse));
        JsonNode copy = json.readTree(json.writeValueAsString(restored));
        assertThat(copy.get("id").asString()).isEqualTo("main");
        assertThat(copy.get("shelves")).isEqualTo(original.get("shelves"));
        assertThat(reservations(copy.get("open"))).isNotEmpty().isEqualTo(reservations(original.get("open")));
        assertThat(notes(copy.get("closed"))).isNotEmpty().isEqualTo(notes(original.get("closed")));
        assertThat(notes(copy.get("references"))).isNotEmpty().isEqualTo(notes(original.get("references")));
    }

    @Test
    void anEmptyWarehouseHasASnapshotToo() {
        Warehouse restored = json.readValue(json.writeValueAsString(new Warehouse()), Warehouse.class);

        assertThat(restored).usingRecursiveComparison().isEqualTo(new Warehouse());
    }

    /** As versions before reservations were packed wrote it. */
    @Test
    void readsAnOlderSnapshotWhoseOpenReservationsAreAnObject() {
        Warehouse restored = json.readValue("""
                {"id":"main","shelves":{"skus":["cup","jug"],"onHand":[9,5],"reserved":[3,1]},
                "open":{"0195f7a2-0000-7000-8000-0000000000aa":[0,3,1,1],"a":[1,70000]},"closed":"AAAAAA==","references":"AAAAAA=="}
                """, Warehouse.class);

        assertThat(reservations(json.readTree(json.writeValueAsString(restored)).get("open"))).isEqualTo(Map.of(
                "0195f7a2-0000-7000-8000-0000000000aa", List.of(0, 3, 1, 1), "a", List.of(1, 70000)));
    }

    @Test
    void keepsReservationsWhateverTheirNames() {
        var open = new OpenReservations();
        List<String> names =
                List.of("a", "0195F7A2-0000-7000-8000-0000000000AA", "0195f7a2-0000-7000-8000-0000000000aa", "order:1.2_x-y");
        names.forEach(name -> open.put(new ReservationId(name), new PackedLines(new int[] {0, Integer.MAX_VALUE, 127, 128})));

        OpenReservations restored = json.readValue(json.writeValueAsString(open), OpenReservations.class);

        names.forEach(name -> assertThat(restored.get(new ReservationId(name)))
                .isEqualTo(new PackedLines(new int[] {0, Integer.MAX_VALUE, 127, 128})));
    }

    /** 50,000 products, 100,000 open reservations, full memories. */
    @Test
    void anOldAndLargeWarehouseIsLoadedFromItsSnapshotWithinASecond() {
        byte[] written = json.writeValueAsBytes(LargeWarehouse.of(50_000, 100_000));
        Duration best = Duration.ofDays(1);
        for (int round = 0; round < 5 && best.compareTo(Duration.ofSeconds(1)) >= 0; round++) {
            long begin = System.nanoTime();
            json.readValue(written, Warehouse.class);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    private Map<String, List<Integer>> reservations(JsonNode written) {
        Map<String, List<Integer>> found = new HashMap<>();
        OpenReservations.read(written).forEach((reservation, lines) -> found.put(
                reservation.value(), Arrays.stream(lines.pairs()).boxed().toList()));
        return found;
    }

    /** What is noted under each name, in whatever order it was written. */
    private static Map<Long, Integer> notes(JsonNode written) {
        var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(written.asString()));
        buffer.getInt();
        Map<Long, Integer> notes = new HashMap<>();
        while (buffer.hasRemaining()) {
            notes.put(buffer.getLong(), buffer.getInt());
        }
        return notes;
    }

    private static void apply(Warehouse warehouse, Record event) {
        switch (event) {
            case StockReceived e -> warehouse.on(e);
            case StockAdjusted e -> warehouse.on(e);
            case StockReserved e -> warehouse.on(e);
            case ReservationRefused e -> warehouse.on(e);
            case ReservationReleased e -> warehouse.on(e);
            case ReservationShipped e -> warehouse.on(e);
            case StockReturned e -> warehouse.on(e);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }
}
