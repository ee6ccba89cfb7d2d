package dev.cleave.catalog.listing;

import dev.cleave.catalog.api.Sku;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

record Listing(
        Sku sku,
        String name,
        @Nullable String description,
        Money price,
        boolean retired,
        Instant listedAt) {}
