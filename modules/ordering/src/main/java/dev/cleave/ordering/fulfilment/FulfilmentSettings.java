package dev.cleave.ordering.fulfilment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are fulfilled.
 *
 * @param warehouse the warehouse that serves orders
 */
@ConfigurationProperties("cleave.ordering.fulfilment")
public record FulfilmentSettings(@DefaultValue("main") String warehouse) {}
