package dev.cleave.inventory.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;

/**
 * A number noted under each of the most recent names: at least the last {@value #KEPT} of them, at most twice as many.
 *
 * <p>Names are kept as 64-bit hashes, in two generations; when the younger is full it becomes the elder, and the elder is
 * forgotten. As JSON it is one string.
 */
final class RecentNotes {

    static final int KEPT = 32_768;

    private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

    private Generation elder = new Generation();
    private Generation younger = new Generation();

    RecentNotes() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RecentNotes read(byte[] bytes) {
        var notes = new RecentNotes();
        var buffer = ByteBuffer.wrap(bytes);
        for (int left = buffer.getInt(); left > 0; left--) {
            notes.elder.put(buffer.getLong(), buffer.getInt());
        }
        while (buffer.hasRemaining()) {
            notes.younger.put(buffer.getLong(), buffer.getInt());
        }
        return notes;
    }

    @JsonValue
    byte[] write() {
        var buffer = ByteBuffer.allocate(Integer.BYTES + (elder.size + younger.size) * ENTRY_BYTES);
        buffer.putInt(elder.size);
        elder.write(buffer);
        younger.write(buffer);
        return buffer.array();
    }

    /** The number noted under a name, or 0. */
    int get(long name) {
        int number = younger.get(name);
        return number != 0 ? number : elder.get(name);
    }

    /** Notes a number other than 0 under a name, in place of what was noted before. */
    void put(long name, int number) {
        if (younger.size == KEPT && younger.get(name) == 0) {
            elder = younger;
            younger = new Generation();
        }
        younger.put(name, number);
    }

    /** The name that some words make together (FNV-1a over their characters and lengths, finished as in MurmurHash3). */
    static long name(String... words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ word.length()) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** A hash table with open addressing that only grows; a place whose number is 0 is free. */
    private static final class Generation {

        private long[] names = new long[64];
        private int[] numbers = new int[64];
        private int size;

        int get(long name) {
            return numbers[place(name)];
        }

        void put(long name, int number) {
            int place = place(name);
            if (numbers[place] == 0) {
                if (2 * size >= names.length) {
                    grow();
                    place = place(name);
                }
                names[place] = name;
                size++;
            }
            numbers[place] = number;
        }

        void write(ByteBuffer buffer) {
            for (int place = 0; place < names.length; place++) {
                if (numbers[place] != 0) {
                    buffer.putLong(names[place]).putInt(numbers[place]);
                }
            }
        }

        private int place(long name) {
            int mask = names.length - 1;
            int place = (int) name & mask;
            while (numbers[place] != 0 && names[place] != name) {
                place = place + 1 & mask;
            }
            return place;
        }

        private void grow() {
            long[] formerNames = names;
            int[] formerNumbers = numbers;
            names = new long[2 * formerNames.length];
            numbers = new int[names.length];
            for (int i = 0; i < formerNames.length; i++) {
                if (formerNumbers[i] != 0) {
                    int place = place(formerNames[i]);
                    names[place] = formerNames[i];
                    numbers[place] = formerNumbers[i];
                }
            }
        }
    }
}
