package dev.cleave.architecturetests.counterexamples.stores.broken.stock;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("stock")
class StockContext {}
