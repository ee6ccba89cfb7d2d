package dev.cleave.inventory;

import dev.cleave.inventory.api.WarehouseId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inventory is set up.
 *
 * @param warehouse the warehouse that requests over HTTP speak of
 */
@ConfigurationProperties("cleave.inventory")
public record InventoryProperties(@DefaultValue("main") WarehouseId warehouse) {}
