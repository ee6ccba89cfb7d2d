package dev.cleave.architecturetests.counterexamples.commands.nearmiss.orders;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("orders")
class OrdersContext {}
