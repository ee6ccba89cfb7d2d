package dev.cleave.architecturetests.counterexamples.modulith.nearmiss.stock;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("stock")
class StockContext {}
