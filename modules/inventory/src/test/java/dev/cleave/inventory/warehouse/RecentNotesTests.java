package dev.cleave.inventory.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentNotesTests {

    private final RecentNotes notes = new RecentNotes();

    @Test
    void knowsNothingAtFirst() {
        assertThat(notes.get(RecentNotes.name("any"))).isZero();
        assertThat(notes.get(0)).isZero();
    }

    @Test
    void keepsAtLeastTheLastNamesAndForgetsTheOldest() {
        int count = 5 * RecentNotes.KEPT;
        for (int i = 1; i <= count; i++) {
            notes.put(name(i), i);
        }

        for (int i = count - RecentNotes.KEPT + 1; i <= count; i++) {
            assertThat(notes.get(name(i))).isEqualTo(i);
        }
        for (int i = 1; i <= count - 2 * RecentNotes.KEPT; i++) {
            assertThat(notes.get(name(i))).isZero();
        }
    }

    @Test
    void aNameThatIsNotedAgainCountsAsRecent() {
        notes.put(name(0), 7);
        for (int i = 1; i < 2 * RecentNotes.KEPT; i++) {
            notes.put(name(i), i);
            if (i % 1_000 == 0) {
                notes.put(name(0), 8);
            }
        }

        assertThat(notes.get(name(0))).isEqualTo(8);
    }

    @Test
    void notingAKnownNameForgetsNothing() {
        for (int i = 1; i <= 2 * RecentNotes.KEPT; i++) {
            notes.put(name(i), i);
        }
        notes.put(name(2 * RecentNotes.KEPT), 7);

        assertThat(notes.get(name(1))).isEqualTo(1);
        assertThat(notes.get(name(2 * RecentNotes.KEPT))).isEqualTo(7);
    }

    @Test
    void equalsAMapAsLongAsNothingIsForgotten() {
        var random = new Random(20_110);
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long name = random.nextBoolean() ? random.nextLong() : random.nextInt(64) * 64L;
            int number = 1 + random.nextInt(9);
            map.put(name, number);
            notes.put(name, number);
        }

        assertThat(map).allSatisfy((name, number) -> assertThat(notes.get(name)).isEqualTo(number));
    }

    @Test
    void isTheSameAfterBeingWrittenAndRead() {
        int count = 2 * RecentNotes.KEPT + 100;
        for (int i = 1; i <= count; i++) {
            notes.put(name(i), i);
        }

        RecentNotes read = RecentNotes.read(notes.write());

        for (int i = 1; i <= count; i++) {
            assertThat(read.get(name(i))).isEqualTo(notes.get(name(i)));
        }
        for (int i = 0; i < RecentNotes.KEPT; i++) {
            notes.put(name(-i), 1);
            read.put(name(-i), 1);
        }
        for (int i = 1; i <= count; i++) {
            assertThat(read.get(name(i))).isEqualTo(notes.get(name(i)));
        }
    }

    @Test
    void namesDifferWhereTheirWordsDo() {
        Set<Long> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(RecentNotes.name("receipt", "sku" + i % 300, "reference-" + i / 300));
        }

        assertThat(names).hasSize(100_000);
        assertThat(RecentNotes.name("ab", "c")).isNotEqualTo(RecentNotes.name("a", "bc"));
        assertThat(RecentNotes.name("receipt", "a", "b")).isEqualTo(RecentNotes.name("receipt", "a", "b"));
    }

    private static long name(int i) {
        return RecentNotes.name("name", Integer.toString(i));
    }
}
