package dev.cleave.catalog.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A product is for sale. */
@Revision("1")
public record ProductListed(Sku sku, String name, @Nullable String description, Money price) {}
