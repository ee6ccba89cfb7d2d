package dev.cleave.ordering.product;

import dev.cleave.catalog.api.Sku;
import org.joda.money.Money;

/** A product as ordering last heard of it. */
public record KnownProduct(Sku sku, Money price, boolean retired) {}
