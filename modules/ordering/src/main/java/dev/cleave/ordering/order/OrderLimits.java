package dev.cleave.ordering.order;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one order may hold at most.
 *
 * @param maxLines lines, before those of the same product are taken together
 * @param maxQuantity pieces of one product
 * @param maxTotal the total, in whole units of the order's currency
 */
@ConfigurationProperties("cleave.ordering.limits")
public record OrderLimits(
        @DefaultValue("1000") int maxLines,
        @DefaultValue("100000") int maxQuantity,
        @DefaultValue("10000000") BigDecimal maxTotal) {}
