package dev.cleave.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cleave.architecture.report.Report.RoundTrip;
import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.PlaceOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RoundTripsTests {

    record Kept(Sku sku, List<Money> prices, Map<String, Instant> at, int count, boolean last, Colour colour) {}

    enum Colour {
        RED
    }

    record Forgetful(String said, @JsonIgnore String thought) {}

    record Anything(Object any) {}

    record Unreadable(StringBuilder text) {}

    record Picky(String text) {

        Picky {
            if (!text.startsWith("nice ")) {
                throw new IllegalArgumentException("be nice");
            }
        }
    }

    private final Examples examples = new Examples();

    @Test
    void whatIsReadAsItWasWrittenIsKept() {
        assertThat(RoundTrips.of(Kept.class, examples).kept()).isTrue();
        assertThat(RoundTrips.of(PlaceOrder.class, examples).kept()).isTrue();
    }

    @Test
    void whatIsLostOnTheWayIsNot() {
        RoundTrip forgetful = RoundTrips.of(Forgetful.class, examples);
        assertThat(forgetful.kept()).isFalse();
        assertThat(forgetful.evidence()).singleElement().asString().contains("some-said");
    }

    @Test
    void whatNoExampleCanBeMadeOfIsLeftOpen() {
        assertThat(RoundTrips.of(Anything.class, examples).kept()).isNull();
        assertThat(RoundTrips.of(Unreadable.class, examples).evidence())
                .containsExactly("No example of it could be made: what is a java.lang.StringBuilder?");
        assertThat(RoundTrips.of(Picky.class, examples).evidence())
                .containsExactly("No example of it could be made: Picky does not take [some-text]: be nice");
    }

    @Test
    void whatHasBeenMetIsUsedAgain() {
        examples.learn(List.of(new Picky("nice to meet you")));
        assertThat(RoundTrips.of(Picky.class, examples).kept()).isTrue();
    }
}
