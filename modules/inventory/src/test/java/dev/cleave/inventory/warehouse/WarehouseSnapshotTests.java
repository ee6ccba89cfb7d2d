package dev.cleave.inventory.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import dev.cleave.platform.json.Json;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
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
        assertThat(copy.get("open")).isNotEmpty().isEqualTo(original.get("open"));
        assertThat(notes(copy.get("closed"))).isNotEmpty().isEqualTo(notes(original.get("closed")));
        assertThat(notes(copy.get("references"))).isNotEmpty().isEqualTo(notes(original.get("references")));
    }

    @Test
    void anEmptyWarehouseHasASnapshotToo() {
        Warehouse restored = json.readValue(json.writeValueAsString(new Warehouse()), Warehouse.class);

        assertThat(restored).usingRecursiveComparison().isEqualTo(new Warehouse());
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
