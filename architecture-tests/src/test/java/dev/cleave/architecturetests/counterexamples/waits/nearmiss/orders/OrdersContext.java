package dev.cleave.architecturetests.counterexamples.waits.nearmiss.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
