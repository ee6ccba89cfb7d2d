package dev.cleave.inventory;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("inventory")
class InventoryContext {}
