package dev.cleave.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTests {

    private static final long TIME = 1_764_000_000_123L;

    @Test
    void theLaterTheGreater() {
        assertThat(TimeOrderedId.random(TIME).toString()).isLessThan(TimeOrderedId.random(TIME + 1).toString());
        assertThat(TimeOrderedId.named(TimeOrderedId.random(TIME), "id 0").toString())
                .isLessThan(TimeOrderedId.random(TIME + 1).toString())
                .isGreaterThan(TimeOrderedId.random(TIME - 1).toString());
    }

    @Test
    void nobodyIsGivenOneThatSomebodyElseHas() {
        assertThat(Stream.generate(() -> TimeOrderedId.random(TIME)).limit(100_000)).doesNotHaveDuplicates();
    }

    @Test
    void areUuidsOfTheirVersions() {
        UUID random = TimeOrderedId.random(TIME);
        assertThat(random.version()).isEqualTo(7);
        assertThat(random.variant()).isEqualTo(2);
        UUID named = TimeOrderedId.named(random, "id 0");
        assertThat(named.version()).isEqualTo(8);
        assertThat(named.variant()).isEqualTo(2);
        assertThat(random.getMostSignificantBits() >>> 16).isEqualTo(TIME);
    }

    @Test
    void aNameUnderTheSameIdentityIsTheSameAndAnotherIsNot() {
        UUID identity = TimeOrderedId.random(TIME);
        assertThat(TimeOrderedId.named(identity, "id 0")).isEqualTo(TimeOrderedId.named(identity, "id 0"));
        assertThat(TimeOrderedId.named(identity, "id 0")).isNotEqualTo(TimeOrderedId.named(identity, "id 1"));
        assertThat(TimeOrderedId.named(identity, "id 0")).isNotEqualTo(TimeOrderedId.named(TimeOrderedId.random(TIME), "id 0"));
    }

    @Test
    void anIdentityWithoutATimeNamesTooAndAlwaysTheSame() {
        UUID identity = UUID.fromString("5b2f8a0e-1c7d-4e0b-9a53-0d6a2f3c4b5a");
        UUID another = UUID.fromString("0e8d7a52-6b1f-4c39-8f20-7d4c1b9a3e65");
        assertThat(TimeOrderedId.named(identity, "id 0")).isEqualTo(TimeOrderedId.named(identity, "id 0"));
        assertThat(TimeOrderedId.named(identity, "id 0")).isNotEqualTo(TimeOrderedId.named(identity, "id 1"));
        assertThat(TimeOrderedId.named(identity, "id 0")).isNotEqualTo(TimeOrderedId.named(another, "id 0"));
    }
}
