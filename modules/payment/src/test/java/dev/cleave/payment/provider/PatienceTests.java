package dev.cleave.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.provider.Patience.Rest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static Rest seconds(int seconds, boolean last) {
        return new Rest(Duration.ofSeconds(seconds), last);
    }

    @Test
    void restsTwiceAsLongEachTimeAndEndsAtTheDeadline() {
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(90), false);
        assertThat(patience.after(1)).isEqualTo(seconds(5, false));
        assertThat(patience.after(2)).isEqualTo(seconds(10, false));
        assertThat(patience.after(3)).isEqualTo(seconds(20, false));
        assertThat(patience.after(4)).isEqualTo(seconds(30, false));
        assertThat(patience.after(5)).isEqualTo(seconds(25, true));
        assertThat(patience.after(6)).isEqualTo(seconds(30, true));
    }

    @Test
    void asksOnAfterTheDeadlineWhereItMust() {
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(5), true);
        assertThat(patience.after(1)).isEqualTo(seconds(5, true));
        assertThat(patience.after(2)).isEqualTo(seconds(30, false));
    }
}
