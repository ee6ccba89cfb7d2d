package dev.cleave.inventory;

import dev.cleave.inventory.api.WarehouseId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inventory is set up.
 *
 * @param warehouse the warehouse that requests over HTTP speak of
 * @param snapshotEvery after how many events a warehouse's state is kept, so that loading it reads no more than these
 */
@ConfigurationProperties("cleave.inventory")
public record InventoryProperties(@DefaultValue("main") WarehouseId warehouse, @DefaultValue("5000") int snapshotEvery) {}
