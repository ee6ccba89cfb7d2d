package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/catalog/products")
class ListingController {

    private final Listings listings;

    ListingController(Listings listings) {
        this.listings = listings;
    }

    @GetMapping
    Page<Listing> search(
            @RequestParam(defaultValue = "") @Pattern(regexp = "\\P{Cntrl}{0,200}") String search,
            @RequestParam(required = false) @Nullable Sku after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<Listing> found = listings.search(search, after, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Listing> items = found.subList(0, limit);
        return new Page<>(items, items.getLast().sku().value());
    }

    @GetMapping("/{sku}")
    Listing find(@PathVariable Sku sku) {
        return listings.find(sku).orElseThrow(() -> new FailureException(
                Failure.of(CatalogFailure.PRODUCT_UNKNOWN, "No product has this sku; list it first.")));
    }
}
