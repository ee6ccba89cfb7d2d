package dev.cleave.architecturetests.counterexamples.waits.broken.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
