package dev.cleave.catalog.product;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import dev.cleave.platform.failure.Refusal;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Product", cache = "aggregateCache")
class Product {

    @AggregateIdentifier
    private @Nullable Sku sku;

    private @Nullable ProductListed listed;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable Money price;
    private boolean retired;

    Product() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void list(ListProduct command) {
        var wanted = new ProductListed(command.sku(), command.name(), command.description(), command.price());
        if (retired) {
            throw retiredForGood("List it under another sku.");
        }
        if (wanted.equals(listed)) {
            return;
        }
        if (listed != null) {
            throw Refusal.of(
                    CatalogFailure.PRODUCT_ALREADY_LISTED,
                    "A product with other data is listed under this sku; change its price or its text, or choose another sku.");
        }
        checkTexts(command.name(), command.description());
        PricePolicy.check(command.price());
        apply(wanted);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void changePrice(ChangePrice command) {
        checkListed();
        PricePolicy.check(command.price());
        if (retired) {
            throw retiredForGood("Its price can't be changed.");
        }
        if (!command.price().equals(price)) {
            apply(new PriceChanged(command.sku(), command.price()));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void changeText(ChangeProductText command) {
        checkListed();
        String newName = command.name() == null ? name : command.name();
        String newDescription = command.description() == null ? description : command.description();
        if (newDescription != null && newDescription.isEmpty()) {
            newDescription = null;
        }
        checkTexts(newName, newDescription);
        if (!newName.equals(name) || !Objects.equals(newDescription, description)) {
            apply(new ProductTextChanged(command.sku(), newName, newDescription));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void retire(RetireProduct command) {
        checkListed();
        if (!retired) {
            apply(new ProductRetired(command.sku()));
        }
    }

    @EventSourcingHandler
    void on(ProductListed event) {
        sku = event.sku();
        listed = event;
        name = event.name();
        description = event.description();
        price = event.price();
    }

    @EventSourcingHandler
    void on(ProductTextChanged event) {
        name = event.name();
        description = event.description();
    }

    @EventSourcingHandler
    void on(PriceChanged event) {
        price = event.price();
    }

    @EventSourcingHandler
    void on(ProductRetired event) {
        retired = true;
    }

    private void checkListed() {
        if (listed == null) {
            throw Refusal.of(CatalogFailure.PRODUCT_UNKNOWN, "No product has this sku; list it first.");
        }
    }

    private static void checkTexts(String name, @Nullable String description) {
        boolean nameFits = !name.isBlank()
                && name.length() <= ListProduct.LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
        boolean descriptionFits = description == null
                || description.length() <= ListProduct.LONGEST_DESCRIPTION
                        && description.chars().allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
        if (!nameFits || !descriptionFits) {
            throw Refusal.of(
                    CatalogFailure.PRODUCT_TEXT_OUT_OF_RANGE,
                    "A product's name must have 1 to " + ListProduct.LONGEST_NAME + " characters, its description at most "
                            + ListProduct.LONGEST_DESCRIPTION + ", and neither control characters.");
        }
    }

    private static Refusal retiredForGood(String remedy) {
        return Refusal.of(CatalogFailure.PRODUCT_RETIRED, "The product was retired. " + remedy);
    }
}
