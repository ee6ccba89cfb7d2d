package dev.cleave.architecturetests.counterexamples.commands.broken.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
