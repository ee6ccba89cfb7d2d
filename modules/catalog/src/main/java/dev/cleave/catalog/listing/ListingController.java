package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.paging.Sequence;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products", description = "The catalogue: what is for sale, and for how much")
@RestController
@RequestMapping("/api/catalog/products")
class ListingController {

    private final Listings listings;

    ListingController(Listings listings) {
        this.listings = listings;
    }

    @Operation(summary = "Search the products", description = "By sku, unless a sequence is given.")
    @ApiResponse(responseCode = "200", description = "A page of products.", useReturnTypeSchema = true)
    @GetMapping
    Page<Listing> search(
            @Parameter(description = "Part of a sku or a name, in whatever case.", example = "lantern")
            @RequestParam(defaultValue = "") @Pattern(regexp = "\\P{Cntrl}{0,200}") String search,
            @Parameter(description = "Which end of the list comes first, by when the products were listed.",
                    schema = @Schema(implementation = Sequence.class), example = "newest")
            @RequestParam(required = false) @Nullable String sequence,
            Paging paging) {
        if (sequence != null) {
            return paging.page(
                    listings.search(search, Sequence.of(sequence), place(paging.cursor()), paging.rows()),
                    listing -> Cursor.of(listing.listedAt(), listing.sku().value()));
        }
        String after = paging.after().map(cursor -> cursor.value(0)).orElse("");
        return paging.page(listings.search(search, after, paging.rows()), listing -> Cursor.of(listing.sku().value()));
    }

    private static Listings.@Nullable Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Listings.Place(Instant.parse(cursor.value(0)), cursor.value(1));
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }

    @Operation(summary = "Read a product")
    @ApiResponse(responseCode = "200", description = "The product.", useReturnTypeSchema = true)
    @Refuses(by = CatalogFailure.class, with = "product-unknown")
    @GetMapping("/{sku}")
    Listing find(@Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku) {
        return listings.find(sku).orElseThrow(() -> new FailureException(
                Failure.of(CatalogFailure.PRODUCT_UNKNOWN, "No product has this sku; list it first.")));
    }
}
