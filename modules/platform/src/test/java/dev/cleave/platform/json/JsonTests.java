package dev.cleave.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.message.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

class JsonTests {

    record ThingId(String value) implements Identifier {

        ThingId {
            Identifier.checked(value, "A thing's id");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    record Thing(ThingId id, int count, long weight, boolean fragile, String name, Colour colour) {}

    record Shelf(Map<ThingId, Integer> counts, List<ThingId> order, @Nullable Money worth, Instant since, Duration pause) {}

    private static final String THING =
            "{\"id\":\"t-1\",\"count\":3,\"weight\":4,\"fragile\":true,\"name\":\"cup\",\"colour\":\"RED\"}";

    private final JsonMapper requests = Json.forRequests().build();
    private final JsonMapper messages = Json.forMessages().build();

    @Test
    void writesIdentifiersAsStringsAndReadsThemBack() {
        Shelf shelf = new Shelf(
                Map.of(new ThingId("a:1"), 2), List.of(new ThingId("b")), Money.of(CurrencyUnit.GBP, 12.5),
                Instant.parse("2026-01-02T03:04:05Z"), Duration.ofSeconds(90));
        String json = messages.writeValueAsString(shelf);

        assertThat(json).isEqualTo("{\"counts\":{\"a:1\":2},\"order\":[\"b\"],"
                + "\"worth\":{\"amount\":\"12.50\",\"currency\":\"GBP\"},"
                + "\"since\":\"2026-01-02T03:04:05Z\",\"pause\":\"PT1M30S\"}");
        assertThat(messages.readValue(json, Shelf.class)).isEqualTo(shelf);
        assertThat(requests.readValue(json, Shelf.class)).isEqualTo(shelf);
    }

    @Test
    void readsAnAbsentMoneyAsNone() {
        assertThat(requests.readValue("{\"worth\":null}", Shelf.class).worth()).isNull();
        assertThat(requests.readValue("{}", Shelf.class).worth()).isNull();
    }

    @Test
    void takesTheIdentifiersOwnWordsForAMalformedOne() {
        assertThatThrownBy(() -> requests.readValue("\"a b\"", ThingId.class))
                .isInstanceOf(MalformedValue.class)
                .hasMessageContaining("A thing's id may hold only letters");
        assertThatThrownBy(() -> requests.readValue("{\"counts\":{\"a b\":1}}", Shelf.class))
                .isInstanceOf(MalformedValue.class);
    }

    record OwnId(String value) implements Identifier {

        OwnId {
            Identifier.checkedOrSystems(value, "A thing of the system's");
        }
    }

    @Test
    void letsNobodyOutsideGiveANameOfTheSystemsOwn() {
        assertThat(messages.readValue("\"~reversal\"", OwnId.class)).isEqualTo(new OwnId("~reversal"));
        assertThat(messages.readValue("\"r1\"", OwnId.class)).isEqualTo(new OwnId("r1"));
        assertThat(requests.readValue("\"r1\"", OwnId.class)).isEqualTo(new OwnId("r1"));
        assertThatThrownBy(() -> requests.readValue("\"~reversal\"", OwnId.class))
                .isInstanceOf(MalformedValue.class)
                .hasMessageContaining("must not begin with ~");
        assertThatThrownBy(() -> ValuesModule.identifier(OwnId.class, "~reversal"))
                .isInstanceOf(IllegalArgumentException.class);
        for (String none : List.of("~", "~~", "a~b", "~a b")) {
            assertThatThrownBy(() -> new OwnId(none)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> requests.readValue("\"" + none + "\"", OwnId.class)).isInstanceOf(MalformedValue.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true", "{}", "[]", "\"\"", "[\"a\"]", "{\"value\":\"a\"}"})
    void refusesAnythingButTextAsAnIdentifier(String json) {
        assertThatThrownBy(() -> requests.readValue(json, ThingId.class)).isInstanceOf(MalformedValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.5", "3.0", "1e2", "\"3\"", "\"\"", "null", "true", "2147483648", "-2147483649", "99999999999999999999999999", "[3]",
        "{}"
    })
    void refusesACountThatIsNoInteger(String count) {
        String json = THING.replace("\"count\":3", "\"count\":" + count);
        assertThatThrownBy(() -> requests.readValue(json, Thing.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> messages.readValue(json, Thing.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesAMissingCount() {
        assertThatThrownBy(() -> requests.readValue(THING.replace("\"count\":3,", ""), Thing.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"name\":5", "\"name\":1.5", "\"name\":true", "\"name\":[]", "\"colour\":0", "\"colour\":\"BLUE\"", "\"colour\":\"\"",
        "\"fragile\":1", "\"fragile\":\"true\"", "\"fragile\":null", "\"weight\":9223372036854775808"
    })
    void refusesAValueOfAnotherType(String property) {
        String name = property.substring(0, property.indexOf(':'));
        String json = THING.replaceFirst(name + ":[^,}]*", property);
        assertThat(json).contains(property);
        assertThatThrownBy(() -> requests.readValue(json, Thing.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesUnknownPropertiesInRequestsOnly() {
        String json = THING.replace("{", "{\"shape\":\"round\",");
        assertThatThrownBy(() -> requests.readValue(json, Thing.class)).isInstanceOf(UnrecognizedPropertyException.class);
        assertThat(messages.readValue(json, Thing.class)).isEqualTo(messages.readValue(THING, Thing.class));

        String money = "{\"amount\":\"1.00\",\"currency\":\"GBP\",\"tax\":{\"rate\":[1]}}";
        assertThatThrownBy(() -> requests.readValue(money, Money.class)).isInstanceOf(UnrecognizedPropertyException.class);
        assertThat(messages.readValue(money, Money.class)).isEqualTo(Money.of(CurrencyUnit.GBP, 1));
    }

    @Test
    void refusesAPropertyGivenTwiceAndTrailingText() {
        assertThatThrownBy(() -> requests.readValue(THING.replace("{", "{\"count\":9,"), Thing.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> requests.readValue(THING + " {}", Thing.class)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "12.50", "\"12.50\"", "{}", "{\"amount\":\"1\"}", "{\"currency\":\"GBP\"}", "{\"amount\":12.50,\"currency\":\"GBP\"}",
        "{\"amount\":\"12.505\",\"currency\":\"GBP\"}", "{\"amount\":\"12.5\",\"currency\":\"JPY\"}",
        "{\"amount\":\"1e3\",\"currency\":\"GBP\"}", "{\"amount\":\"+1\",\"currency\":\"GBP\"}",
        "{\"amount\":\" 1\",\"currency\":\"GBP\"}", "{\"amount\":\"1.\",\"currency\":\"GBP\"}",
        "{\"amount\":\"NaN\",\"currency\":\"GBP\"}", "{\"amount\":null,\"currency\":\"GBP\"}",
        "{\"amount\":\"1234567890123\",\"currency\":\"GBP\"}", "{\"amount\":\"1\",\"currency\":\"ZZZ\"}",
        "{\"amount\":\"1\",\"currency\":\"gbp\"}", "{\"amount\":\"1\",\"currency\":\"XXX\"}",
        "{\"amount\":\"1\",\"currency\":\"DEM\"}", "{\"amount\":\"1\",\"currency\":\"XAU\"}",
        "{\"amount\":\"1\",\"currency\":826}", "{\"amount\":\"1\",\"currency\":\"GBP.*\"}"
    })
    void refusesWhatIsNoMoney(String json) {
        assertThatThrownBy(() -> requests.readValue(json, Money.class)).isInstanceOf(MalformedValue.class);
    }

    @Test
    void readsMoneyInFewerDecimalsThanTheCurrencyHas() {
        assertThat(requests.readValue("{\"currency\":\"GBP\",\"amount\":\"-12.5\"}", Money.class))
                .isEqualTo(Money.of(CurrencyUnit.GBP, -12.5));
        assertThat(requests.readValue("{\"currency\":\"JPY\",\"amount\":\"100\"}", Money.class))
                .isEqualTo(Money.ofMajor(CurrencyUnit.JPY, 100));
    }

    @Test
    void readsBackWhatWasReckonedFromTheLargestAmounts() {
        Money huge = Money.of(CurrencyUnit.GBP, 999_999_999_999L).multipliedBy(Integer.MAX_VALUE);
        assertThat(messages.readValue(messages.writeValueAsString(huge), Money.class)).isEqualTo(huge);
    }

    @Test
    void refusesNestingWithoutEnd() {
        String bomb = "{\"counts\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThatThrownBy(() -> requests.readValue(bomb, Shelf.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> requests.readTree("[".repeat(33) + "]".repeat(33)))
                .isInstanceOf(StreamConstraintsException.class);
    }
}
