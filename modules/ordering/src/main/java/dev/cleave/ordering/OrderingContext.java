package dev.cleave.ordering;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("ordering")
class OrderingContext {}
