package dev.cleave.ordering.api;

import dev.cleave.catalog.api.Sku;
import org.joda.money.Money;

/** One line of an order, priced when it was placed. */
public record OrderLine(Sku sku, int quantity, Money unitPrice) {}
