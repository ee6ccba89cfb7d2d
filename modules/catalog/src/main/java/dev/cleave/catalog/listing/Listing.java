package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.Sku;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A product as the list shows it. */
public record Listing(
        @Schema(example = "85123A") Sku sku,
        @Schema(example = "White metal lantern") String name,
        @Schema(example = "Holds one tea light. 20 cm high.") @Nullable String description,
        Money price,
        boolean retired,
        Instant listedAt) {}
