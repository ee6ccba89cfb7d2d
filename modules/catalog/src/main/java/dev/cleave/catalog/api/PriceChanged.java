package dev.cleave.catalog.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A product has a new price. */
@Revision("1")
public record PriceChanged(Sku sku, Money price) {}
