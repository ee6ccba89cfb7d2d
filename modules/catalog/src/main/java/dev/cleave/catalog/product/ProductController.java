package dev.cleave.catalog.product;

import dev.cleave.catalog.api.ChangePrice;
import dev.cleave.catalog.api.ListProduct;
import dev.cleave.catalog.api.RetireProduct;
import dev.cleave.catalog.api.Sku;
import dev.cleave.catalog.listing.Listings;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.OwnWrites;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
            @NotNull Sku sku,
            @NotBlank @Size(max = ListProduct.LONGEST_NAME) String name,
            @Size(max = ListProduct.LONGEST_DESCRIPTION) @Nullable String description,
            @NotNull Money price) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Void> list(@Valid @RequestBody NewProduct product) {
        send(new ListProduct(product.sku(), product.name(), product.description(), product.price()));
        return ResponseEntity.created(URI.create("/api/catalog/products/" + product.sku().value())).build();
    }

    @PutMapping("/{sku}/price")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePrice(@PathVariable Sku sku, @RequestBody Money price) {
        send(new ChangePrice(sku, price));
    }

    @PostMapping("/{sku}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable Sku sku) {
        send(new RetireProduct(sku));
    }

    private void send(Object command) {
        ownWrites.await(commands.require(command), listings::version);
    }
}
