package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Cursor;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import jakarta.validation.constraints.Pattern;
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
            @RequestParam(defaultValue = "") @Pattern(regexp = "\\P{Cntrl}{0,200}") String search, Paging paging) {
        String after = paging.after().map(cursor -> cursor.value(0)).orElse("");
        return paging.page(listings.search(search, after, paging.rows()), listing -> Cursor.of(listing.sku().value()));
    }

    @GetMapping("/{sku}")
    Listing find(@PathVariable Sku sku) {
        return listings.find(sku).orElseThrow(() -> new FailureException(
                Failure.of(CatalogFailure.PRODUCT_UNKNOWN, "No product has this sku; list it first.")));
    }
}
