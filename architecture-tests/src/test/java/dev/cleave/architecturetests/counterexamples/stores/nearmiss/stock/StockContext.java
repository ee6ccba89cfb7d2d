package dev.cleave.architecturetests.counterexamples.stores.nearmiss.stock;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("stock")
class StockContext {}
