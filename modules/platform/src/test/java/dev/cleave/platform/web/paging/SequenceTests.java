package dev.cleave.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceTests {

    @Test
    void theNewestFirstIsTheOldestFirstTurnedRound() {
        assertThat(Sequence.of("oldest").after("at", "id")).isEqualTo("at >= ? AND (at > ? OR id > ?)");
        assertThat(Sequence.of("oldest").by("at", "id")).isEqualTo("at, id");
        assertThat(Sequence.of("newest").after("at", "id")).isEqualTo("at <= ? AND (at < ? OR id < ?)");
        assertThat(Sequence.of("newest").by("at", "id")).isEqualTo("at DESC, id DESC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "random", "NEWEST", "newest "})
    void whatIsNoSequenceIsRefused(String text) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Sequence.of(text))
                .satisfies(refused -> assertThat(refused.failure().code()).isEqualTo("malformed-sequence"));
    }
}
