package dev.cleave.architecturetests.counterexamples.modulith.broken.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
