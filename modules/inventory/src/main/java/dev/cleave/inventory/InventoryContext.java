package dev.cleave.inventory;

import dev.cleave.platform.placement.BoundedContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@BoundedContext("inventory")
@EnableConfigurationProperties(InventoryProperties.class)
class InventoryContext {}
