package dev.cleave.architecturetests.counterexamples.modulith.nearmiss.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
