package dev.cleave.ordering.order;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one order may hold at most.
 *
 * @param maxLines lines, before those of the same product are taken together
 * @param maxQuantity pieces of one product
 * @param maxTotalMinorUnits the total, in the smallest unit of the order's currency: pence, cents, dong; so that it means no price
 *     in any of them, but that no one typed it in earnest and that everything can reckon with it
 */
@ConfigurationProperties("cleave.ordering.limits")
public record OrderLimits(
        @DefaultValue("1000") int maxLines,
        @DefaultValue("100000") int maxQuantity,
        @DefaultValue("10000000000000") long maxTotalMinorUnits) {}
