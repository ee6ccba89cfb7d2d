package dev.cleave.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.ChangePrice;
import dev.cleave.catalog.api.ChangeProductText;
import dev.cleave.catalog.api.ListProduct;
import dev.cleave.catalog.api.PriceChanged;
import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.ProductTextChanged;
import dev.cleave.catalog.api.RetireProduct;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.Refusal;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTests {

    private static final Sku LANTERN = new Sku("71053");
    private static final Money PRICE = Money.parse("GBP 3.39");
    private static final Money HIGHER = Money.parse("GBP 3.95");

    private final AggregateTestFixture<Product> fixture = new AggregateTestFixture<>(Product.class);

    @Test
    void listsAProduct() {
        fixture.givenNoPriorActivity().when(list("Lantern", PRICE)).expectEvents(listed("Lantern", PRICE));
    }

    @Test
    void takesTheSameListingAgainCalmly() {
        fixture.given(listed("Lantern", PRICE)).when(list("Lantern", PRICE)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void takesTheSameListingAgainCalmlyEvenIfThePriceChangedMeanwhile() {
        fixture.given(listed("Lantern", PRICE), new PriceChanged(LANTERN, HIGHER))
                .when(list("Lantern", PRICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesAnotherProductUnderAListedSku() {
        refused(fixture.given(listed("Lantern", PRICE)).when(list("Lamp", PRICE)), CatalogFailure.PRODUCT_ALREADY_LISTED);
    }

    @Test
    void refusesAnotherPriceInASecondListing() {
        refused(fixture.given(listed("Lantern", PRICE)).when(list("Lantern", HIGHER)), CatalogFailure.PRODUCT_ALREADY_LISTED);
    }

    /** A repeated listing that arrives late must not bring a retired product back, so its sku is spent. */
    @Test
    void doesNotListARetiredProductAgain() {
        refused(
                fixture.given(listed("Lantern", PRICE), new ProductRetired(LANTERN)).when(list("Lantern", PRICE)),
                CatalogFailure.PRODUCT_RETIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "line\nbreak"})
    void refusesANameThatIsNone(String name) {
        refused(fixture.givenNoPriorActivity().when(list(name, PRICE)), CatalogFailure.PRODUCT_TEXT_OUT_OF_RANGE);
    }

    @Test
    void listsTheLongestNameAndNoLonger() {
        fixture.givenNoPriorActivity().when(list("x".repeat(200), PRICE)).expectEvents(listed("x".repeat(200), PRICE));
        refused(fixture.givenNoPriorActivity().when(list("x".repeat(201), PRICE)), CatalogFailure.PRODUCT_TEXT_OUT_OF_RANGE);
    }

    @Test
    void listsTheLongestDescriptionAndNoLonger() {
        fixture.givenNoPriorActivity()
                .when(new ListProduct(LANTERN, "Lantern", "line\n".repeat(400), PRICE))
                .expectEvents(new ProductListed(LANTERN, "Lantern", "line\n".repeat(400), PRICE));
        refused(
                fixture.givenNoPriorActivity().when(new ListProduct(LANTERN, "Lantern", "x".repeat(2_001), PRICE)),
                CatalogFailure.PRODUCT_TEXT_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP 0.00", "GBP -0.01", "GBP 100000000000.01", "JPY 10000000000001", "KWD 10000000000.001"})
    void refusesAPriceOutOfRange(String price) {
        refused(fixture.givenNoPriorActivity().when(list("Lantern", Money.parse(price))), CatalogFailure.PRICE_OUT_OF_RANGE);
        refused(
                fixture.given(listed("Lantern", PRICE)).when(new ChangePrice(LANTERN, Money.parse(price))),
                CatalogFailure.PRICE_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP 0.01", "GBP 100000000000.00", "JPY 10000000000000", "VND 25000000", "IRR 25000000000.00",
        "KWD 10000000000.000"})
    void takesALowestAndAHighestPrice(String price) {
        fixture.given(listed("Lantern", PRICE))
                .when(new ChangePrice(LANTERN, Money.parse(price)))
                .expectEvents(new PriceChanged(LANTERN, Money.parse(price)));
    }

    @Test
    void saysTheHighestPrice() {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> PricePolicy.check(Money.parse("GBP 100000000000.01")));

        assertThat(refusal.failure().message()).contains("100000000000.00 GBP");
        assertThat(refusal.failure().details()).isEqualTo(Map.of("highest", "100000000000.00"));
    }

    @Test
    void changesThePrice() {
        fixture.given(listed("Lantern", PRICE))
                .when(new ChangePrice(LANTERN, HIGHER))
                .expectEvents(new PriceChanged(LANTERN, HIGHER));
    }

    @Test
    void changesThePriceBackToTheFirst() {
        fixture.given(listed("Lantern", PRICE), new PriceChanged(LANTERN, HIGHER))
                .when(new ChangePrice(LANTERN, PRICE))
                .expectEvents(new PriceChanged(LANTERN, PRICE));
    }

    @Test
    void anUnchangedPriceIsNoEvent() {
        fixture.given(listed("Lantern", PRICE), new PriceChanged(LANTERN, HIGHER))
                .when(new ChangePrice(LANTERN, HIGHER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesAPriceForARetiredProduct() {
        refused(
                fixture.given(listed("Lantern", PRICE), new ProductRetired(LANTERN)).when(new ChangePrice(LANTERN, HIGHER)),
                CatalogFailure.PRODUCT_RETIRED);
    }

    @Test
    void refusesAPriceForAnUnknownProduct() {
        refused(fixture.givenNoPriorActivity().when(new ChangePrice(LANTERN, HIGHER)), CatalogFailure.PRODUCT_UNKNOWN);
    }

    @Test
    void correctsNameAndDescriptionTogetherOrOneByOne() {
        fixture.given(described("Lantern", "Bright"))
                .when(new ChangeProductText(LANTERN, "Lamp", "Dim"))
                .expectEvents(new ProductTextChanged(LANTERN, "Lamp", "Dim"));
        fixture.given(described("Lantern", "Bright"))
                .when(new ChangeProductText(LANTERN, "Lamp", null))
                .expectEvents(new ProductTextChanged(LANTERN, "Lamp", "Bright"));
        fixture.given(described("Lantern", "Bright"))
                .when(new ChangeProductText(LANTERN, null, "Dim"))
                .expectEvents(new ProductTextChanged(LANTERN, "Lantern", "Dim"));
        fixture.given(described("Lantern", "Bright"))
                .when(new ChangeProductText(LANTERN, null, ""))
                .expectEvents(new ProductTextChanged(LANTERN, "Lantern", null));
    }

    @Test
    void aTextThatItAlreadyHasIsNoEvent() {
        fixture.given(described("Lantern", "Bright"), new ProductTextChanged(LANTERN, "Lamp", null))
                .when(new ChangeProductText(LANTERN, "Lamp", ""))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void correctsTheTextOfARetiredProductToo() {
        fixture.given(described("Lantern", "Bright"), new ProductRetired(LANTERN))
                .when(new ChangeProductText(LANTERN, "Lamp", null))
                .expectEvents(new ProductTextChanged(LANTERN, "Lamp", "Bright"));
    }

    @Test
    void theFirstListingStaysAnsweredCalmlyAfterACorrection() {
        fixture.given(listed("Lantern", PRICE), new ProductTextChanged(LANTERN, "Lamp", null))
                .when(list("Lantern", PRICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "line\nbreak"})
    void refusesToCallAProductByANameThatIsNone(String name) {
        refused(
                fixture.given(listed("Lantern", PRICE)).when(new ChangeProductText(LANTERN, name, null)),
                CatalogFailure.PRODUCT_TEXT_OUT_OF_RANGE);
    }

    @Test
    void refusesATextForAnUnknownProduct() {
        refused(
                fixture.givenNoPriorActivity().when(new ChangeProductText(LANTERN, "Lamp", null)),
                CatalogFailure.PRODUCT_UNKNOWN);
    }

    @Test
    void retiresAProduct() {
        fixture.given(listed("Lantern", PRICE)).when(new RetireProduct(LANTERN)).expectEvents(new ProductRetired(LANTERN));
    }

    @Test
    void retiringTwiceIsNoEvent() {
        fixture.given(listed("Lantern", PRICE), new ProductRetired(LANTERN))
                .when(new RetireProduct(LANTERN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesToRetireAnUnknownProduct() {
        refused(fixture.givenNoPriorActivity().when(new RetireProduct(LANTERN)), CatalogFailure.PRODUCT_UNKNOWN);
    }

    private static ListProduct list(String name, Money price) {
        return new ListProduct(LANTERN, name, null, price);
    }

    private static ProductListed described(String name, String description) {
        return new ProductListed(LANTERN, name, description, PRICE);
    }

    private static ProductListed listed(String name, Money price) {
        return new ProductListed(LANTERN, name, null, price);
    }

    private static void refused(ResultValidator<Product> result, CatalogFailure code) {
        result.expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new CustomTypeSafeMatcher<Failure>("a failure with code " + code.code()) {
                    @Override
                    protected boolean matchesSafely(Failure failure) {
                        return failure.code().equals(code.code()) && failure.kind() == code.kind();
                    }
                });
    }
}
