package dev.cleave.inventory.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cleave.inventory.api.ReservationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The reservations that were neither released nor shipped, with their lines. There can be a hundred thousand of them, so as JSON
 * they are one string; snapshots of earlier versions have an object with a property for each.
 */
final class OpenReservations {

    private static final int AS_UUID = 0;
    private static final int AS_TEXT = 1;

    private final Map<ReservationId, PackedLines> lines;

    OpenReservations() {
        this(new HashMap<>());
    }

    private OpenReservations(Map<ReservationId, PackedLines> lines) {
        this.lines = lines;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OpenReservations read(JsonNode written) {
        return new OpenReservations(written.isObject() ? object(written) : unpacked(written.binaryValue()));
    }

    boolean contains(ReservationId reservation) {
        return lines.containsKey(reservation);
    }

    @Nullable PackedLines get(ReservationId reservation) {
        return lines.get(reservation);
    }

    void put(ReservationId reservation, PackedLines packed) {
        lines.put(reservation, packed);
    }

    void forEach(BiConsumer<ReservationId, PackedLines> action) {
        lines.forEach(action);
    }

    /** Whether it was open. */
    boolean remove(ReservationId reservation) {
        return lines.remove(reservation) != null;
    }

    @JsonValue
    byte[] write() {
        var bytes = new ByteArrayOutputStream(64 * lines.size() + Integer.BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(lines.size());
            for (Map.Entry<ReservationId, PackedLines> entry : lines.entrySet()) {
                write(entry.getKey().value(), out);
                int[] pairs = entry.getValue().pairs();
                writeSmall(pairs.length, out);
                for (int number : pairs) {
                    writeSmall(number, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<ReservationId, PackedLines> unpacked(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = in.readInt();
            Map<ReservationId, PackedLines> lines = HashMap.newHashMap(size);
            for (int left = size; left > 0; left--) {
                var reservation = new ReservationId(readId(in));
                int[] pairs = new int[readSmall(in)];
                for (int i = 0; i < pairs.length; i++) {
                    pairs[i] = readSmall(in);
                }
                lines.put(reservation, new PackedLines(pairs));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<ReservationId, PackedLines> object(JsonNode written) {
        Map<ReservationId, PackedLines> lines = HashMap.newHashMap(written.size());
        written.properties().forEach(entry -> lines.put(
                new ReservationId(entry.getKey()),
                new PackedLines(entry.getValue().valueStream().mapToInt(JsonNode::intValue).toArray())));
        return lines;
    }

    /** Most are UUIDs, and take half as much as their text. */
    private static void write(String id, DataOutput out) throws IOException {
        UUID uuid = uuid(id);
        if (uuid == null) {
            out.writeByte(AS_TEXT);
            out.writeUTF(id);
        } else {
            out.writeByte(AS_UUID);
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        }
    }

    private static String readId(DataInput in) throws IOException {
        return in.readByte() == AS_TEXT ? in.readUTF() : new UUID(in.readLong(), in.readLong()).toString();
    }

    private static @Nullable UUID uuid(String id) {
        if (id.length() != 36) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Seven bits to a byte, the lowest first. */
    private static void writeSmall(int number, DataOutput out) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readSmall(DataInput in) throws IOException {
        int number = 0;
        for (int shift = 0;; shift += 7) {
            int part = in.readByte();
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }
}
