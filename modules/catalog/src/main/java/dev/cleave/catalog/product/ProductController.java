package dev.cleave.catalog.product;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.ChangePrice;
import dev.cleave.catalog.api.ChangeProductText;
import dev.cleave.catalog.api.ListProduct;
import dev.cleave.catalog.api.RetireProduct;
import dev.cleave.catalog.api.Sku;
import dev.cleave.catalog.listing.Listing;
import dev.cleave.catalog.listing.Listings;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products", description = "The catalogue: what is for sale, and for how much")
@RestController
@RequestMapping("/api/catalog/products")
class ProductController {

    private final Commands commands;
    private final Listings listings;
    private final OwnWrites ownWrites;

    ProductController(Commands commands, Listings listings, OwnWrites ownWrites) {
        this.commands = commands;
        this.listings = listings;
        this.ownWrites = ownWrites;
    }

    record NewProduct(
            @Schema(example = "85123A") @NotNull Sku sku,
            @Schema(example = "White metal lantern") @NotBlank @Size(max = ListProduct.LONGEST_NAME) String name,
            @Schema(example = "Holds one tea light. 20 cm high.") @Size(
                    max = ListProduct.LONGEST_DESCRIPTION) @Nullable String description,
            @NotNull Money price) {}

    record Texts(
            @Schema(example = "White metal lantern, large") @Pattern(regexp = "(?s).*\\S.*",
                    message = "must not be blank") @Size(max = ListProduct.LONGEST_NAME) @Nullable String name,
            @Schema(example = "Holds three tea lights. 30 cm high.", description = "Empty to have none.") @Size(
                    max = ListProduct.LONGEST_DESCRIPTION) @Nullable String description) {

        @Hidden
        @AssertTrue(message = "give a name, a description or both") boolean isChanging() {
            return name != null || description != null;
        }
    }

    /**
     * What a request has come to.
     *
     * @param alreadyDone whether it was so before, so that nothing changed
     * @param product the product after it; missing where the list of products is behind
     */
    record ProductAnswer(@Schema(example = "85123A") Sku sku, boolean alreadyDone, @Nullable Listing product) {}

    @Operation(summary = "List a product for sale")
    @ApiResponse(responseCode = "201", description = "It is listed.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "It was listed so before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(
            by = CatalogFailure.class,
            with = {"product-already-listed", "product-retired", "product-text-out-of-range", "price-out-of-range"})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductAnswer> list(@Valid @RequestBody NewProduct product) {
        ProductAnswer answer = send(
                product.sku(), new ListProduct(product.sku(), product.name(), product.description(), product.price()));
        return (answer.alreadyDone()
                ? ResponseEntity.ok() : ResponseEntity.created(URI.create("/api/catalog/products/" + product.sku().value())))
                .body(answer);
    }

    @Operation(summary = "Correct a product's name, its description, or both", description = "What is left out stays as it is.")
    @ApiResponse(
            responseCode = "200", description = "It is called and described so; alreadyDone tells whether it was before.",
            useReturnTypeSchema = true)
    @Refuses(by = CatalogFailure.class, with = {"product-unknown", "product-text-out-of-range"})
    @PatchMapping("/{sku}")
    ProductAnswer changeText(
            @Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku,
            @Valid @RequestBody Texts texts) {
        return send(sku, new ChangeProductText(sku, texts.name(), texts.description()));
    }

    @Operation(summary = "Change a product's price", description = "Orders that were placed before keep their prices.")
    @ApiResponse(
            responseCode = "200", description = "It has this price; alreadyDone tells whether it had it before.",
            useReturnTypeSchema = true)
    @Refuses(by = CatalogFailure.class, with = {"product-unknown", "product-retired", "price-out-of-range"})
    @PutMapping("/{sku}/price")
    ProductAnswer changePrice(
            @Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku,
            @RequestBody Money price) {
        return send(sku, new ChangePrice(sku, price));
    }

    @Operation(summary = "Take a product off the list for good", description = "Its sku is not given out again.")
    @ApiResponse(
            responseCode = "200", description = "It is no longer for sale; alreadyDone tells whether it was not before.",
            useReturnTypeSchema = true)
    @Refuses(by = CatalogFailure.class, with = "product-unknown")
    @PostMapping("/{sku}/retirement")
    ProductAnswer retire(
            @Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku) {
        return send(sku, new RetireProduct(sku));
    }

    private ProductAnswer send(Sku sku, Object command) {
        Answer.Accepted answer = commands.require(command);
        ownWrites.await(answer, listings::version);
        return new ProductAnswer(sku, !answer.changed(), listings.find(sku).orElse(null));
    }
}
