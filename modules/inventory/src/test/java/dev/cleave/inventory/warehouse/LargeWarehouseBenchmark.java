package dev.cleave.inventory.warehouse;

import dev.cleave.platform.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells how long the snapshot of an old and large warehouse takes to write and to load, and how large it is. The arguments are how many
 * products and how many open reservations it has; run it with the module's test class path.
 */
final class LargeWarehouseBenchmark {

    private static final int ROUNDS = 4;

    private LargeWarehouseBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var json = Json.forMessages().build();
        var warehouse = LargeWarehouse.of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            byte[] written = json.writeValueAsBytes(warehouse);
            long wrote = System.nanoTime();
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(written);
            }
            long compressed = System.nanoTime();
            byte[] expanded;
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
                expanded = gzip.readAllBytes();
            }
            long unpacked = System.nanoTime();
            json.readValue(expanded, Warehouse.class);
            long read = System.nanoTime();
            System.out.printf("%d bytes, %d compressed; write %d ms, compress %d ms, expand %d ms, read %d ms%n",
                    written.length, packed.size(), millis(begin, wrote), millis(wrote, compressed),
                    millis(compressed, unpacked), millis(unpacked, read));
        }
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
