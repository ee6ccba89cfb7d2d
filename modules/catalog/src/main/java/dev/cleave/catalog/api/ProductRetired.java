package dev.cleave.catalog.api;

import org.axonframework.serialization.Revision;

/** A product is no longer for sale. */
@Revision("1")
public record ProductRetired(Sku sku) {}
