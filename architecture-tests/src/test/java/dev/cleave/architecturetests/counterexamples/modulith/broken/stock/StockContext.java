package dev.cleave.architecturetests.counterexamples.modulith.broken.stock;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("stock")
class StockContext {}
